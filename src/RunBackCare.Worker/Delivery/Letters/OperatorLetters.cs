using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>Mails to the operator: which numbers to look at, and on which page. No name, no address and no health of anybody goes into them.</summary>
internal sealed class OperatorLetters(LetterComposer composer, SiteLinks site, IOptions<AlertOptions> alerts)
{
    private const string CausePrefix = "alert:";

    /// <returns>By the ID of the mail that tells of it.</returns>
    public static async Task<Dictionary<Guid, Alert>> AlertsAsync(RunBackCareDb db, IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        var wanted = mails.Where(m => m.Kind == MailKind.OperatorAlert).ToDictionary(m => m.Id, m => long.Parse(m.Cause.AsSpan(CausePrefix.Length), CultureInfo.InvariantCulture));
        if (wanted.Count == 0)
        {
            return [];
        }

        var rows = await db.Alerts.AsNoTracking().Where(a => wanted.Values.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        return wanted.Where(w => rows.ContainsKey(w.Value)).ToDictionary(w => w.Key, w => rows[w.Value]);
    }

    /// <exception cref="InvalidOperationException">Nobody is configured to be told.</exception>
    public Letter Write(ClaimedMail mail, Alert alert, TokenCodec codec)
    {
        // Nobody's: what answers it, or bounces, is nobody's reply.
        var week = mail.CreatedAt.InUtc().Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return composer.Compose(OperatorAlertView.Of(CauseOf(alert.Kind), IdsOf(alert), site.Admin(PageOf(alert))), new()
        {
            To = alerts.Value.To is { Length: > 0 } to ? to : throw new InvalidOperationException("No address is configured for alerts."),
            Name = "",
            MessageId = mail.MessageId,
            Date = mail.CreatedAt.ToDateTimeOffset(),
            ReplyToken = codec.Write(new(TokenPurpose.Reply, 0, 0, week)),
            BounceToken = codec.Write(new(TokenPurpose.Bounce, 0, 0, week)),
            Links = new() { Leave = null },
        });
    }

    private static AlertCause CauseOf(AlertKind kind) => kind switch
    {
        AlertKind.Safety => AlertCause.SafetySign,
        AlertKind.OwnFault => AlertCause.SendingStopped,
        AlertKind.PlansLate => AlertCause.PlansLate,
        AlertKind.InboxUnread => AlertCause.InboxUnread,
        AlertKind.PlannerFault => AlertCause.PlannerFault,
        _ => AlertCause.MessageUnread,
    };

    private static string PageOf(Alert alert) => alert switch
    {
        { Kind: AlertKind.Safety } => "safety",
        { Kind: AlertKind.Unread or AlertKind.InboxUnread } => "replies",
        _ => "mails",
    };

    private static ImmutableArray<string> IdsOf(Alert alert)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        Add("subscriber", alert.SubscriberId);
        Add("message", alert.InboundId);
        if (alert.Detail is { } detail)
        {
            ids.Add(detail);
        }

        return ids.ToImmutable();

        void Add(string what, long? id)
        {
            if (id is { } number)
            {
                ids.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {number}"));
            }
        }
    }
}
