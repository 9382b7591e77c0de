using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>Where finished mails go: a server, or a folder.</summary>
internal interface IMailTransport
{
    /// <summary>How many lanes one process may have open at once, 1 or more.</summary>
    int Lanes { get; }

    /// <summary>Opens nothing yet; a lane connects when it is first needed.</summary>
    IMailLane CreateLane();
}

/// <summary>One serial way out. Not for two threads at once.</summary>
internal interface IMailLane : IAsyncDisposable
{
    /// <summary>Makes ready to send, so that the last check before a mail is as late as can be.</summary>
    /// <returns>Null when ready; otherwise why no mail can go out by this lane now.</returns>
    Task<SendResult.Broken?> OpenAsync(CancellationToken cancellation);

    /// <summary>Hands one mail over. Failures are results; a cancelled attempt has one too, since the mail may have gone out.</summary>
    /// <param name="id">The outbox row's: the same on every attempt.</param>
    Task<SendResult> SendAsync(Guid id, Letter letter, CancellationToken cancellation);
}
