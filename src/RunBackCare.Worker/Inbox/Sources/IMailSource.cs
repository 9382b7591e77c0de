using RunBackCare.Worker.Inbox.Forgetting;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>Where messages come in. Opened for one look; a message is settled there when, and only when, its meaning is stored.</summary>
internal interface IMailSource
{
    /// <summary>Names it in the cursor and in logs: a hash, so that it tells no address.</summary>
    string Name { get; }

    /// <exception cref="MailSourceException">It does not answer, or refuses us.</exception>
    Task<IOpenSource> OpenAsync(CancellationToken cancellation);
}

internal interface IOpenSource : IAsyncDisposable
{
    /// <summary>How it numbers its messages at present (UIDVALIDITY).</summary>
    long Numbering { get; }

    /// <summary>The number behind which everything is yet to come: there a first reading begins.</summary>
    long Newest { get; }

    /// <param name="number">Messages up to this one are done with.</param>
    /// <param name="oldest">What arrived long before is left where it lies.</param>
    /// <returns>Messages, oldest first, each loaded when it is its turn.</returns>
    IAsyncEnumerable<FoundMessage> AfterAsync(long number, NodaTime.Instant oldest, CancellationToken cancellation);

    /// <summary>Marks it as read, or moves it out of the way. Losing this step loses nothing.</summary>
    Task SettleAsync(FoundMessage message, CancellationToken cancellation);

    /// <summary>Deletes these for good, wherever they lie by now; those that are not there are gone already. The only thing that is asked of it.</summary>
    /// <exception cref="MailSourceException">It does not let us.</exception>
    Task ForgetAsync(IReadOnlyList<MessageToForget> messages, CancellationToken cancellation);
}
