using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Subscribers;

/// <summary>A person who gets mails. Their row is locked first by everything that plans, reads, edits or erases.</summary>
internal sealed class Subscriber
{
    public long Id { get; init; }

    /// <summary>As they wrote it; kept out of logs and job arguments.</summary>
    public required string Address { get; set; }

    /// <summary>Trimmed and lower-case; unique.</summary>
    public required string AddressKey { get; set; }

    public required string Name { get; set; }

    /// <summary>tzdb name, such as <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; set; }

    public required IsoDayOfWeek SendDay { get; set; }

    public required LocalTime SendAt { get; set; }

    public required SubscriberState State { get; set; }

    public required Profile Profile { get; set; }

    /// <summary>Two letters; null where the zone tells it. For the emergency number.</summary>
    public string? Country { get; set; }

    public string? Language { get; set; }

    public int? ConsentVersion { get; set; }

    public Instant? ConsentAt { get; set; }

    /// <summary>Local day of confirmation or import; null while pending.</summary>
    public LocalDate? JoinedOn { get; set; }

    /// <summary>When the next week is to be planned; null when none is.</summary>
    public Instant? NextPlanAt { get; set; }

    /// <summary>Breaks ties and starts rotations; never changes.</summary>
    public required long Seed { get; init; }

    /// <summary>Raised to revoke every link and reply address given out so far.</summary>
    public int TokenVersion { get; set; }

    public SafetyLevel? HoldLevel { get; set; }

    public LocalDate? HoldSince { get; set; }

    /// <summary>Name of the phrase or answer that set the hold, never the person's words.</summary>
    public string? HoldWhy { get; set; }

    public LocalDate? HoldEnded { get; set; }

    /// <summary>What a YES or NO would answer; null where nothing was asked.</summary>
    public PendingQuestion? Asked { get; set; }

    public Instant? AskedAt { get; set; }

    /// <summary>Day on which they last changed the pain they call usual; null where it is that of their sign-up.</summary>
    public LocalDate? UsualChangedOn { get; set; }

    /// <summary>All of theirs was deleted then; the row itself goes when their goodbye has gone out.</summary>
    public Instant? ErasedAt { get; set; }

    /// <summary>Why the last attempt to plan failed; null when it did not. Holds no health data and no address.</summary>
    public string? PlanError { get; set; }

    public int PlanFailures { get; set; }

    /// <summary>Of the row; while pending, of the newest question whether it was they.</summary>
    public required Instant CreatedAt { get; set; }
}

internal enum SubscriberState
{
    Pending,
    Active,
    Paused,
    Held,
    Left,
    Suppressed,
}

/// <summary>A stretch of days without plans.</summary>
internal sealed class PauseRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public required LocalDate FromDay { get; init; }

    public LocalDate? ToDay { get; set; }

    public required PauseCause Cause { get; init; }

    /// <summary>The reply that asked for it, so that UNDO finds it.</summary>
    public long? InboundId { get; init; }
}

/// <summary>A secret that signs tokens. Rows are made by <c>migrate</c>; the newest signs, all verify.</summary>
internal sealed class TokenKey
{
    /// <summary>1 to 255.</summary>
    public required int Number { get; init; }

    public required byte[] Secret { get; init; }

    public required Instant CreatedAt { get; init; }
}
