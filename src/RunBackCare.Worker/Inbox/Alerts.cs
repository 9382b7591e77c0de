using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Inbox;

/// <summary>Tells the operator that somebody has to look: a row for the admin pages, and a mail where an address is configured.</summary>
internal sealed class Alerts(NewMails mails, IOptions<AlertOptions> options)
{
    /// <summary>The caller has a transaction open, and saves.</summary>
    /// <returns>False where the same was said a short while ago: then nothing is stored, so that what lasts is said again.</returns>
    public async Task<bool> RaiseAsync(RunBackCareDb db, Alert alert, CancellationToken cancellation)
    {
        var since = alert.At - Duration.FromMinutes(options.Value.CooldownMinutes);
        var lately = db.Alerts.Where(a => a.Kind == alert.Kind && a.At > since);

        // What came with a message is kept for each: whether sending stops hangs on it.
        if (alert is { Kind: not AlertKind.Safety, InboundId: null } && await lately.AnyAsync(cancellation))
        {
            return false;
        }

        // Safety is told each time; everything else once, and again when it still lasts after a while.
        var tell = options.Value.To is { Length: > 0 }
            && (alert.Kind == AlertKind.Safety || !await lately.AnyAsync(a => db.Outbox.Any(m => m.Cause == "alert:" + a.Id), cancellation));
        db.Alerts.Add(alert);
        await db.SaveChangesAsync(cancellation);
        if (tell)
        {
            db.Outbox.Add(mails.OperatorAlert(alert));
        }

        return true;
    }
}
