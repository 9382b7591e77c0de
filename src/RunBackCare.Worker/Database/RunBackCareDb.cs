using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.SignUps;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Database;

/// <summary>The tables. Maps stand beside it, one file a feature.</summary>
internal sealed class RunBackCareDb(DbContextOptions<RunBackCareDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<PauseRow> Pauses => Set<PauseRow>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();

    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    public DbSet<WeekRow> Weeks => Set<WeekRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<Suppression> Suppressions => Set<Suppression>();

    public DbSet<InboundMessage> InboundMessages => Set<InboundMessage>();

    public DbSet<PainReportRow> PainReports => Set<PainReportRow>();

    public DbSet<SessionLogRow> SessionLogs => Set<SessionLogRow>();

    public DbSet<SafetyEvent> SafetyEvents => Set<SafetyEvent>();

    public DbSet<InboxCursor> InboxCursors => Set<InboxCursor>();

    public DbSet<MessageToForget> MessagesToForget => Set<MessageToForget>();

    public DbSet<BounceRow> Bounces => Set<BounceRow>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(RunBackCareDb).Assembly);
}
