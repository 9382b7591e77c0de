using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers;

/// <summary>The keys of the database, kept for a few minutes.</summary>
internal sealed class TokenKeys(IDbContextFactory<RunBackCareDb> contexts, IClock clock)
{
    public static Duration KeptFor { get; } = Duration.FromMinutes(10);

    /// <summary>A new key verifies at once and signs later, when every process has had the time to read it.</summary>
    public static Duration SignsAfter { get; } = Duration.FromHours(1);

    private volatile Kept? _kept;

    public async ValueTask<TokenCodec> CodecAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return _kept is { } kept && now < kept.Until ? kept.Codec : await LoadAsync(now, cancellation);
    }

    /// <summary>The form in which a suppressed address is kept: under the oldest key, so that it stays the same when keys change.</summary>
    public async ValueTask<byte[]> AddressHashAsync(string addressKey, CancellationToken cancellation)
    {
        _ = await CodecAsync(cancellation);
        return HMACSHA256.HashData(_kept!.Oldest, Encoding.UTF8.GetBytes(addressKey));
    }

    private async Task<TokenCodec> LoadAsync(Instant now, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var keys = await db.TokenKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(cancellation);
        if (keys.Count == 0)
        {
            throw new InvalidOperationException("The database holds no token key: run 'runbackcare migrate' first.");
        }

        var signing = keys.LastOrDefault(k => k.CreatedAt + SignsAfter <= now) ?? keys[0];
        var codec = new TokenCodec(keys.ToDictionary(k => (byte)k.Number, k => k.Secret), (byte)signing.Number);
        _kept = new(codec, now + KeptFor, keys[0].Secret);
        return codec;
    }

    private sealed record Kept(TokenCodec Codec, Instant Until, byte[] Oldest);
}
