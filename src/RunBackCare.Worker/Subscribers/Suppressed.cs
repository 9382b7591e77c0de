using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers;

/// <summary>Which addresses must not be written to, and which of them their owner may open again.</summary>
internal sealed class Suppressed(TokenKeys keys)
{
    /// <summary>What the person said themselves, and can take back: <see cref="Delivery.Suppression.Why"/>.</summary>
    private static readonly string[] OwnWish = ["complaint", "left"];

    /// <summary>Whether no mail may go there even on its owner's wish: such as an address that does not exist.</summary>
    /// <param name="known">Who has this address; null where nobody has.</param>
    public async Task<bool> NeverAsync(RunBackCareDb db, string addressKey, Subscriber? known, CancellationToken cancellation)
    {
        var hash = await keys.AddressHashAsync(addressKey, cancellation);
        var id = known?.Id ?? 0;
        var whys = await db.Suppressions.Where(s => s.AddressHash == hash || s.SubscriberId == id).Select(s => s.Why).ToListAsync(cancellation);

        // Suppressed without a word why: not for the person to lift.
        return whys.Exists(why => !OwnWish.Contains(why)) || (known is { State: SubscriberState.Suppressed } && whys.Count == 0);
    }

    /// <summary>They came back of their own will.</summary>
    public async Task LiftAsync(RunBackCareDb db, Subscriber subscriber, CancellationToken cancellation)
    {
        var hash = await keys.AddressHashAsync(subscriber.AddressKey, cancellation);
        await db.Suppressions.Where(s => (s.AddressHash == hash || s.SubscriberId == subscriber.Id) && OwnWish.Contains(s.Why)).ExecuteDeleteAsync(cancellation);
    }
}
