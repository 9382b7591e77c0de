using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox;

internal sealed class InboxMap :
    IEntityTypeConfiguration<InboundMessage>,
    IEntityTypeConfiguration<PainReportRow>,
    IEntityTypeConfiguration<SessionLogRow>,
    IEntityTypeConfiguration<SafetyEvent>,
    IEntityTypeConfiguration<InboxCursor>,
    IEntityTypeConfiguration<MessageToForget>,
    IEntityTypeConfiguration<BounceRow>,
    IEntityTypeConfiguration<Alert>
{
    private const string NotWithdrawn = "withdrawn_at is null";

    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.ToTable("inbound_messages");

        // "Each reply counted once" is this line.
        builder.HasIndex(m => m.MessageKey).IsUnique();
        builder.HasIndex(m => new { m.SubscriberId, m.CreatedAt });
        builder.HasIndex(m => m.CreatedAt).HasFilter("raw is not null").HasDatabaseName("ix_inbound_messages_raw");

        // What waits for an admin is read from this index alone.
        builder.HasIndex(m => m.Id).HasFilter($"handled_at is null and outcome in ({InboundMessage.WaitingWords})").HasDatabaseName("ix_inbound_messages_waiting");
        builder.Property(m => m.Outcome).IsWord();
        builder.Property(m => m.Reading!).IsPlanJson();
        builder.Property(m => m.Effect!).IsPlanJson();
        BelongsToPerson(builder, nameof(InboundMessage.SubscriberId), required: false);
    }

    public void Configure(EntityTypeBuilder<PainReportRow> builder)
    {
        builder.ToTable("pain_reports", table => table.HasCheckConstraint("ck_pain_reports_score", "score between 0 and 10"));
        builder.HasIndex(r => new { r.SubscriberId, r.Week }).HasFilter(NotWithdrawn);
        builder.Property(r => r.Source).IsWord();

        // "when" is a word of SQL.
        builder.Property(r => r.When).IsWord().HasColumnName("moment");
        builder.Property(r => r.Site).IsWord();
        BelongsToPerson(builder, nameof(PainReportRow.SubscriberId));
        CameWith(builder, nameof(PainReportRow.InboundId));
    }

    public void Configure(EntityTypeBuilder<SessionLogRow> builder)
    {
        builder.ToTable("session_logs");
        builder.HasIndex(l => new { l.SubscriberId, l.Week }).HasFilter(NotWithdrawn);
        builder.Property(l => l.Source).IsWord();
        builder.Property(l => l.Log).IsPlanJson();
        BelongsToPerson(builder, nameof(SessionLogRow.SubscriberId));
        CameWith(builder, nameof(SessionLogRow.InboundId));
    }

    public void Configure(EntityTypeBuilder<SafetyEvent> builder)
    {
        builder.ToTable("safety_events");
        builder.HasIndex(e => e.SubscriberId);
        builder.HasIndex(e => e.CreatedAt).HasFilter("acknowledged_at is null").HasDatabaseName("ix_safety_events_open");
        builder.Property(e => e.Level).IsWord();
        BelongsToPerson(builder, nameof(SafetyEvent.SubscriberId));
        CameWith(builder, nameof(SafetyEvent.InboundId));
    }

    public void Configure(EntityTypeBuilder<InboxCursor> builder)
    {
        builder.ToTable("inbox_cursors");
        builder.HasKey(c => c.Mailbox);
    }

    public void Configure(EntityTypeBuilder<MessageToForget> builder) => builder.ToTable("messages_to_forget");

    public void Configure(EntityTypeBuilder<BounceRow> builder)
    {
        builder.ToTable("bounces");
        builder.HasIndex(b => new { b.SubscriberId, b.At });
        BelongsToPerson(builder, nameof(BounceRow.SubscriberId));
        CameWith(builder, nameof(BounceRow.InboundId));
    }

    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("alerts");
        builder.Property(a => a.Kind).IsWord();
        builder.HasIndex(a => new { a.Kind, a.At });
        BelongsToPerson(builder, nameof(Alert.SubscriberId), required: false);
        CameWith(builder, nameof(Alert.InboundId));
    }

    /// <summary>Goes with the person when they are erased.</summary>
    private static void BelongsToPerson<T>(EntityTypeBuilder<T> builder, string key, bool required = true)
        where T : class =>
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(key).IsRequired(required).OnDelete(DeleteBehavior.Cascade);

    private static void CameWith<T>(EntityTypeBuilder<T> builder, string key)
        where T : class =>
        builder.HasOne<InboundMessage>().WithMany().HasForeignKey(key).IsRequired(false).OnDelete(DeleteBehavior.Cascade);
}
