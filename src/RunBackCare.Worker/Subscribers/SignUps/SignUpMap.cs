using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers.SignUps;

internal sealed class SignUpMap : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("sign_ups");
        builder.Property(s => s.SendDay).IsWord();
        builder.Property(s => s.Profile).IsPlanJson();
        builder.HasIndex(s => s.MailId).IsUnique();
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(s => s.SubscriberId).OnDelete(DeleteBehavior.Cascade);
    }
}
