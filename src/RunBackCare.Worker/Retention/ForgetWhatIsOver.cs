using Hangfire;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Retention;

/// <summary>Job: nothing is kept for longer than it is of use. Raw mails go after 30 days, sign-ups that nobody confirmed after 7, people who left after 12 months.</summary>
internal sealed partial class ForgetWhatIsOver(IDbContextFactory<RunBackCareDb> contexts, IClock clock, ILogger<ForgetWhatIsOver> log)
{
    /// <summary>So many rows a statement, so that nobody waits for a lock.</summary>
    private const int AtOnce = 500;

    public static Duration RawMailKept { get; } = Duration.FromDays(30);

    /// <summary>What could not be deleted in its mailbox until then is the operator's to delete: the mailbox is not ours to read any more, or does not let us.</summary>
    public static Duration ToForgetKept { get; } = Duration.FromDays(30);

    public static Duration LeftKept { get; } = Duration.FromDays(365);

    [AutomaticRetry(Attempts = 0)] // The next hour is the retry.
    public async Task<Forgotten> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var forgotten = new Forgotten(
            RawMails: await RawMailsAsync(db, now - RawMailKept, now, cancellation),
            SignUps: await SignUpsAsync(db, now - NewMails.ConfirmationLife, cancellation),
            Left: await PeopleAsync(db, LongGone(db, now - LeftKept), cancellation),
            Erased: await EraseSubscriber.ForgetAsync(db, now, cancellation),
            Strangers: await StrangersAsync(db, now - RawMailKept, cancellation),
            OutOfReach: await db.MessagesToForget.Where(m => m.Since < now - ToForgetKept).ExecuteDeleteAsync(cancellation));
        if (forgotten.OutOfReach > 0)
        {
            Log.OutOfReach(log, forgotten.OutOfReach, (int)ToForgetKept.TotalDays);
        }

        if (forgotten != Forgotten.Nothing)
        {
            Log.Forgot(log, forgotten);
        }

        return forgotten;
    }

    /// <summary>What a message meant stays; what it said goes.</summary>
    private static async Task<int> RawMailsAsync(RunBackCareDb db, Instant before, Instant now, CancellationToken cancellation)
    {
        var sum = 0;
        int some;
        do
        {
            some = await ForgetMessages.QueueOldAsync(db, before, AtOnce, now, cancellation);
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

        [LoggerMessage(LogLevel.Error, "{Count} messages could not be deleted in their mailbox for {Days} days: delete there what is older, and what erased people wrote.")]
        public static partial void OutOfReach(ILogger logger, int count, int days);
    }
}

/// <summary>In rows.</summary>
internal sealed record Forgotten(int RawMails, int SignUps, int Left, int Erased, int Strangers, int OutOfReach)
{
    public static Forgotten Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    public override string ToString() => $"{RawMails} raw mails, {SignUps} unconfirmed sign-ups, {Left} who left, {Erased} erased, {Strangers} messages of strangers, {OutOfReach} out of reach in their mailbox";
}
