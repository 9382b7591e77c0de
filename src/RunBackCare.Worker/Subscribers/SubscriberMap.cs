using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Subscribers;

internal sealed class SubscriberMap : IEntityTypeConfiguration<Subscriber>, IEntityTypeConfiguration<PauseRow>, IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable("subscribers");
        builder.HasIndex(s => s.AddressKey).IsUnique();
        builder.Property(s => s.State).IsWord();
        builder.Property(s => s.SendDay).IsWord();
        builder.Property(s => s.HoldLevel).IsWord();
        builder.Property(s => s.Asked).IsWord();
        builder.Property(s => s.Profile).IsPlanJson();

        builder.HasIndex(s => s.ErasedAt).HasFilter("erased_at is not null");

        // The due query reads this index alone, however many people are not due.
        builder.HasIndex(s => s.NextPlanAt).HasFilter("next_plan_at is not null").HasDatabaseName("ix_subscribers_due");
    }

    public void Configure(EntityTypeBuilder<PauseRow> builder)
    {
        builder.ToTable("pauses");
        builder.Property(p => p.Cause).IsWord();
        builder.HasIndex(p => p.SubscriberId);
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(p => p.SubscriberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<InboundMessage>().WithMany().HasForeignKey(p => p.InboundId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<TokenKey> builder)
    {
        builder.ToTable("token_keys", table => table.HasCheckConstraint("ck_token_keys_number", "number between 1 and 255"));
        builder.HasKey(k => k.Number);
        builder.Property(k => k.Number).ValueGeneratedNever();
    }
}
