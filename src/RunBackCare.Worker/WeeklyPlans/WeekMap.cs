using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

internal sealed class WeekMap : IEntityTypeConfiguration<WeekRow>
{
    private const string Numbers = "weeks_numbers";

    public void Configure(EntityTypeBuilder<WeekRow> builder)
    {
        builder.ToTable("weeks", table => table.HasCheckConstraint("ck_weeks_monday", "extract(isodow from starts_on) = 1"));

        // A week's mail is named after it (cause), so its number must be known before anything is written: numbers are drawn in blocks.
        builder.Metadata.Model.AddSequence(Numbers).IncrementBy = 100;
        builder.Property(w => w.Id).UseHiLo(Numbers);

        // "Never twice" is this line: two planners of one week cannot both store it.
        builder.HasIndex(w => new { w.SubscriberId, w.StartsOn, w.Revision }).IsUnique();
        builder.Property(w => w.Decision).IsWord();
        builder.Property(w => w.Plan).IsPlanJson();
        builder.Property(w => w.Facts).IsPlanJson();
        builder.Property(w => w.Digest!).IsPlanJson();
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(w => w.SubscriberId).OnDelete(DeleteBehavior.Cascade);
    }
}
