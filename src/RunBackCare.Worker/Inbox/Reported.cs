using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Worker.Inbox;

/// <summary>A pain score as stored. Withdrawn, never deleted, by UNDO.</summary>
internal sealed class PainReportRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public required ReportSource Source { get; init; }

    /// <summary>The reply it came with.</summary>
    public long? InboundId { get; init; }

    /// <summary>Monday of the week it is about; LAST WEEK and THIS WEEK move it.</summary>
    public required LocalDate Week { get; set; }

    /// <summary>Null for a bare answer about the week.</summary>
    public required LocalDate? Day { get; init; }

    public required ReportTime When { get; init; }

    public required PainSite Site { get; init; }

    public required int Score { get; init; }

    /// <summary>Local moment the person wrote it.</summary>
    public required LocalDateTime Answered { get; init; }

    public Instant? WithdrawnAt { get; set; }

    public PainReport ToReport() => new(Week, Day, When, Site, new(Score), Answered);
}

/// <summary>What was said to be done, or not done, as stored.</summary>
internal sealed class SessionLogRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public required ReportSource Source { get; init; }

    /// <inheritdoc cref="PainReportRow.InboundId"/>
    public long? InboundId { get; init; }

    /// <inheritdoc cref="PainReportRow.Week"/>
    public required LocalDate Week { get; set; }

    public required LocalDateTime Answered { get; init; }

    public required SessionLog Log { get; init; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>The row's week is the one that counts: it may have been moved since.</summary>
    public SessionLog ToLog() => Log with { Week = Week };
}

internal enum ReportSource
{
    Reply,

    /// <summary>A page opened from a mail.</summary>
    Page,
}
