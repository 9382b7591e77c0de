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
    /// <summary>The caller has a transaction open.</summary>
    public async Task RaiseAsync(RunBackCareDb db, Alert alert, CancellationToken cancellation)
    {
        var quiet = alert.Kind != AlertKind.Safety && await IsRepeatedAsync(db, alert, cancellation);
        db.Alerts.Add(alert);
        await db.SaveChangesAsync(cancellation);
        if (!quiet && options.Value.To is { Length: > 0 } && alert.SubscriberId is { } about)
        {
            db.Outbox.Add(mails.OperatorAlert(about, alert));
        }
    }

    /// <summary>Safety is told each time; everything else once, and again when it still lasts after a while.</summary>
    private Task<bool> IsRepeatedAsync(RunBackCareDb db, Alert alert, CancellationToken cancellation)
    {
        var since = alert.At - Duration.FromMinutes(options.Value.CooldownMinutes);
        return db.Alerts.AnyAsync(a => a.Kind == alert.Kind && a.At > since, cancellation);
    }
}
