using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

internal sealed class WeekMap : IEntityTypeConfiguration<WeekRow>
{
    public void Configure(EntityTypeBuilder<WeekRow> builder)
    {
        builder.ToTable("weeks");

        // "Never twice" is this line: two planners of one week cannot both store it.
        builder.HasIndex(w => new { w.SubscriberId, w.StartsOn, w.Revision }).IsUnique();
        builder.Property(w => w.Decision).IsWord();
        builder.Property(w => w.Plan).IsPlanJson();
        builder.Property(w => w.Facts).IsPlanJson();
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(w => w.SubscriberId).OnDelete(DeleteBehavior.Cascade);
    }
}
