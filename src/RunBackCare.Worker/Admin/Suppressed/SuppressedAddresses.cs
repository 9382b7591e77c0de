using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Admin.Suppressed;

/// <param name="Bounces">Of that person, the newest first; what the suppression rests on.</param>
internal sealed record SuppressedAddress(Suppression Suppression, ImmutableArray<BounceRow> Bounces)
{
    private const int Most = 100;
    private const int MostBounces = 5;

    public string Hash => Convert.ToHexStringLower(Suppression.AddressHash);

    /// <summary>The newest first.</summary>
    public static async Task<ImmutableArray<SuppressedAddress>> ReadAsync(RunBackCareDb db, CancellationToken cancellation)
    {
        var rows = await db.Suppressions.AsNoTracking().OrderByDescending(s => s.CreatedAt).Take(Most).ToListAsync(cancellation);
        var people = rows.Select(s => s.SubscriberId).OfType<long>().ToArray();
        var bounces = (await db.Bounces.AsNoTracking().Where(b => people.Contains(b.SubscriberId)).OrderByDescending(b => b.At).ToListAsync(cancellation)).ToLookup(b => b.SubscriberId);
        return [.. rows.Select(s => new SuppressedAddress(s, s.SubscriberId is { } id ? [.. bounces[id].Take(MostBounces)] : []))];
    }
}
