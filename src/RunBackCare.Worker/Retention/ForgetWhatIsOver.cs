using Hangfire;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Retention;

/// <summary>Job: nothing is kept for longer than it is of use. Raw mails go after 30 days, sign-ups that nobody confirmed after 7, people who left after 12 months.</summary>
internal sealed partial class ForgetWhatIsOver(IDbContextFactory<RunBackCareDb> contexts, IClock clock, ILogger<ForgetWhatIsOver> log)
{
    /// <summary>So many rows a statement, so that nobody waits for a lock.</summary>
    private const int AtOnce = 500;

    public static Duration RawMailKept { get; } = Duration.FromDays(30);

    public static Duration LeftKept { get; } = Duration.FromDays(365);

    [AutomaticRetry(Attempts = 0)] // The next hour is the retry.
    public async Task<Forgotten> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var forgotten = new Forgotten(
            RawMails: await RawMailsAsync(db, now - RawMailKept, cancellation),
            SignUps: await SignUpsAsync(db, now - NewMails.ConfirmationLife, cancellation),
            Left: await PeopleAsync(db, LongGone(db, now - LeftKept), cancellation),
            Erased: await EraseSubscriber.ForgetAsync(db, now, cancellation),
            Strangers: await StrangersAsync(db, now - RawMailKept, cancellation));
        if (forgotten != Forgotten.Nothing)
        {
            Log.Forgot(log, forgotten);
        }

        return forgotten;
    }

    /// <summary>What a message meant stays; what it said goes.</summary>
    private static async Task<int> RawMailsAsync(RunBackCareDb db, Instant before, CancellationToken cancellation)
    {
        var sum = 0;
        int some;
        do
        {
            some = await db.Database.ExecuteSqlAsync(
                $"update inbound_messages set raw = null where id in (select id from inbound_messages where raw is not null and created_at < {before} order by created_at limit {AtOnce})",
                cancellation);
            sum += some;
        }
        while (some == AtOnce);
        return sum;
    }

    /// <summary>What was typed into a form, and moves to another address, that nobody said yes to; and the people of whom nothing else is known.</summary>
    private static async Task<int> SignUpsAsync(RunBackCareDb db, Instant before, CancellationToken cancellation) =>
        await db.SignUps.Where(s => s.CreatedAt < before).ExecuteDeleteAsync(cancellation)
        + await db.AddressChanges.Where(c => c.CreatedAt < before).ExecuteDeleteAsync(cancellation)
        + await PeopleAsync(db, Unconfirmed(db, before), cancellation);

    private static IQueryable<Subscriber> Unconfirmed(RunBackCareDb db, Instant before) =>
        db.Subscribers.Where(s => s.State == SubscriberState.Pending && s.CreatedAt < before && !db.SignUps.Any(u => u.SubscriberId == s.Id));

    /// <summary>By the last word about their leaving: who came back in between has a later one. Who left before the audit began counts from their sign-up.</summary>
    private static IQueryable<Subscriber> LongGone(RunBackCareDb db, Instant before) => db.Subscribers.Where(s => s.State == SubscriberState.Left && s.ErasedAt == null
        && s.CreatedAt < before && !db.Audit.Any(a => a.SubscriberId == s.Id && a.At >= before && (a.Action == "left" || a.Action == "confirmed" || a.Action == "imported")));

    /// <summary>All their rows go with theirs; a suppressed address stays suppressed, as a hash.</summary>
    private static async Task<int> PeopleAsync(RunBackCareDb db, IQueryable<Subscriber> which, CancellationToken cancellation)
    {
        var sum = 0;
        int some;
        do
        {
            some = await which.OrderBy(s => s.Id).Take(AtOnce).ExecuteDeleteAsync(cancellation);
            sum += some;
        }
        while (some == AtOnce);
        return sum;
    }

    /// <summary>Messages of nobody we know are kept as long as their mail is, so that an admin can look.</summary>
    private static Task<int> StrangersAsync(RunBackCareDb db, Instant before, CancellationToken cancellation) =>
        db.InboundMessages.Where(m => m.SubscriberId == null && m.Outcome == InboundOutcome.Stranger && m.CreatedAt < before).ExecuteDeleteAsync(cancellation);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Retention: {Forgotten}.")]
        public static partial void Forgot(ILogger logger, Forgotten forgotten);
    }
}

/// <summary>In rows.</summary>
internal sealed record Forgotten(int RawMails, int SignUps, int Left, int Erased, int Strangers)
{
    public static Forgotten Nothing { get; } = new(0, 0, 0, 0, 0);

    public override string ToString() => $"{RawMails} raw mails, {SignUps} unconfirmed sign-ups, {Left} who left, {Erased} erased, {Strangers} messages of strangers";
}
