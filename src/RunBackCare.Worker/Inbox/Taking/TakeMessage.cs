using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using RunBackCare.Mail.Incoming;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Telemetry;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>Takes in one message: what it means, what follows from it and how far was read are stored in one transaction. A message counts once.</summary>
internal sealed partial class TakeMessage(
    IDbContextFactory<RunBackCareDb> contexts, SortMessage sorting, Alerts alerts, Sender sender, IWakeDelivery delivery, IClock clock, ILogger<TakeMessage> log)
{
    /// <param name="source">Where its number counts.</param>
    public async Task TakeAsync(string source, FoundMessage found, CancellationToken cancellation)
    {
        var mail = IncomingReader.Read(found.Raw, IsOurs);
        try
        {
            await StoreAsync(source, found, mail, (db, inbound) => sorting.SortAsync(db, inbound, mail, cancellation), cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && !DatabaseFault.IsAway(fault) && !MayPass(fault))
        {
            var what = PlanFault.Describe(fault);
            Log.Failed(log, found.Origin, what);
            await StoreAsync(source, found, mail, (db, inbound) => KeepFailedAsync(db, inbound, what, cancellation), cancellation);
        }

        delivery.Wake();
    }

    private bool IsOurs(string address) =>
        string.Equals(address, sender.From.Address, StringComparison.OrdinalIgnoreCase) || Whose.IsIn(address, sender.ReplyDomain) || Whose.IsIn(address, sender.BounceDomain);

    private async Task StoreAsync(string source, FoundMessage found, IncomingMail mail, Func<RunBackCareDb, InboundMessage, Task> sort, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (found.Number is { } number && !await InboxPlace.AdvanceAsync(db, source, number, cancellation))
        {
            return;
        }

        InboundOutcome? outcome = null;
        var key = MessageKey.Of(mail.Head.MessageId, found.Sha256());
        if (await db.InboundMessages.Where(m => m.MessageKey == key).ExecuteUpdateAsync(set => set.SetProperty(m => m.TimesSeen, m => m.TimesSeen + 1), cancellation) == 0)
        {
            var now = clock.GetCurrentInstant();
            var inbound = new InboundMessage
            {
                MessageKey = key,
                Source = source,
                Origin = found.Origin,
                ArrivedAt = Instant.Min(found.Arrived, now),
                Outcome = InboundOutcome.Failed,
                Reason = found.Whole ? null : "only its beginning was read: it is very large",
                Raw = found.Raw,
                CreatedAt = now,
            };
            db.InboundMessages.Add(inbound);
            await db.SaveChangesAsync(cancellation);
            await sort(db, inbound);
            await db.SaveChangesAsync(cancellation);
            outcome = inbound.Outcome;
        }

        await transaction.CommitAsync(cancellation);
        if (outcome is { } taken)
        {
            Instruments.CountReply(taken);
        }
    }

    /// <summary>Stops nobody: it is kept, shown, and can be read again.</summary>
    private async Task KeepFailedAsync(RunBackCareDb db, InboundMessage inbound, string what, CancellationToken cancellation)
    {
        (inbound.Outcome, inbound.Reason) = (InboundOutcome.Failed, what);
        await alerts.RaiseAsync(db, new() { At = inbound.CreatedAt, Kind = AlertKind.Unread, InboundId = inbound.Id, Detail = what }, cancellation);
    }

    /// <summary>Such as a deadlock: the next look takes it.</summary>
    private static bool MayPass(Exception fault) => fault.GetBaseException() is NpgsqlException { IsTransient: true };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Message {Origin} could not be taken in and is kept: {What}")]
        public static partial void Failed(ILogger logger, string origin, string what);
    }
}
