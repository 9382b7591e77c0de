using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Rates;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Delivery;

internal sealed class DeliveryMap : IEntityTypeConfiguration<OutboxRow>, IEntityTypeConfiguration<Suppression>, IEntityTypeConfiguration<RateLimitRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Cause).IsUnique();
        builder.HasIndex(m => m.SubscriberId);
        builder.Property(m => m.Kind).IsWord();
        builder.Property(m => m.State).IsWord();

        // The claim reads open rows alone, in the order they are to go out.
        builder.HasIndex(m => new { m.Priority, m.NotBefore })
            .HasFilter("state in ('queued', 'sending', 'deferred', 'uncertain')")
            .HasDatabaseName("ix_outbox_open");
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(m => m.SubscriberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<WeekRow>().WithMany().HasForeignKey(m => m.WeekId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<InboundMessage>().WithMany().HasForeignKey(m => m.InboundId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Suppression> builder)
    {
        builder.ToTable("suppressions");
        builder.HasKey(s => s.AddressHash);
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(s => s.SubscriberId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<RateLimitRow> builder)
    {
        builder.ToTable("rate_limits");
        builder.HasKey(r => r.Key);
    }
}
