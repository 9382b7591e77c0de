using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Mail.Incoming;

/// <summary>The head of a message. All of it was written by others and may be false.</summary>
public sealed record MailHead
{
    public static MailHead Unknown { get; } = new();

    /// <summary>Without angle brackets; null where there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Address alone; null where there is none that can be read.</summary>
    public string? From { get; init; }

    /// <summary>
    /// All addresses it went to, each once, the surest first: Delivered-To, X-Original-To and Envelope-To were written by our own server, To and Cc by the sender.
    /// </summary>
    public ImmutableArray<string> Addressed { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>Without angle brackets; null where it answers nothing.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Oldest first, without angle brackets.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>By the sender's clock, with their offset; null where it is missing or no date.</summary>
    public OffsetDateTime? Date { get; init; }

    /// <summary>Return-Path is there and empty: the sender wants no answer (RFC 5321, 4.5.5).</summary>
    public bool ReturnPathIsEmpty { get; init; }
}
