using NodaTime;

namespace RunBackCare.Worker.Inbox.Forgetting;

/// <summary>
/// A message that lies where it arrived and shall not: its person was erased, or it is older than we keep mails. It is asked for until it is gone
/// there, and holds what finds it and no more.
/// </summary>
internal sealed class MessageToForget
{
    public long Id { get; init; }

    /// <inheritdoc cref="InboundMessage.Source"/>
    public string? Source { get; init; }

    /// <inheritdoc cref="InboundMessage.Origin"/>
    public required string Origin { get; init; }

    /// <inheritdoc cref="InboundMessage.MessageKey"/>
    public required string MessageKey { get; init; }

    /// <summary>It was delivered more than once, so that more than one has to be found.</summary>
    public required bool Copies { get; init; }

    public required Instant Since { get; init; }
}
