using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>A person as a profile document describes them: checked, and not yet stored.</summary>
internal sealed record SubscriberDraft
{
    /// <summary>Line of the document where this person begins.</summary>
    public required int Line { get; init; }

    /// <summary>Null only in a document that is merely previewed.</summary>
    public required string? Address { get; init; }

    public required string Name { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required IsoDayOfWeek SendDay { get; init; }

    public required LocalTime SendAt { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public Consent? Consent { get; init; }

    public required Profile Profile { get; init; }
}

/// <summary>Explicit consent to the use of health data.</summary>
internal sealed record Consent(int Version, Instant At);
