using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers;

/// <summary>From the text of a token to the person it was given to.</summary>
internal sealed class TokenHolder(IDbContextFactory<RunBackCareDb> contexts, TokenKeys keys, IClock clock)
{
    /// <returns>Null where the text is no good token for this purpose: foreign, revoked or too old. Which of them is told to nobody.</returns>
    public async Task<HeldToken?> FindAsync(string text, TokenPurpose purpose, CancellationToken cancellation)
    {
        var codec = await keys.CodecAsync(cancellation);
        if (codec.Read(text, purpose) is not { } token)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var subscriber = await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == token.SubscriberId, cancellation);
        return subscriber is null || token.IsGoodFor(subscriber, clock.GetCurrentInstant()) ? new(token, subscriber) : null;
    }

    /// <summary>Whose number is known already.</summary>
    public async Task<Subscriber?> ReadAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == subscriberId, cancellation);
    }
}

/// <param name="Token">Signed by us.</param>
/// <param name="Subscriber">As read a moment ago, not tracked: to show, never to change. Null where they were erased since.</param>
internal sealed record HeldToken(Token Token, Subscriber? Subscriber);
