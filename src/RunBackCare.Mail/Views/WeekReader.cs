using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Views;

/// <summary>Whom a week is written to: what of a person decides its wording, and no more.</summary>
public sealed record WeekReader
{
    public required string Name { get; init; }

    /// <summary>BCP 47 tag; null for British English.</summary>
    public string? Language { get; init; }

    public Units Units { get; init; }

    /// <summary>The first mail after their yes: it says welcome, and how all this works.</summary>
    public bool IsNew { get; init; }

    /// <summary>They asked for a mail that they have had before.</summary>
    public bool IsAgain { get; init; }

    /// <summary>When their mails leave; null where the mail should not say.</summary>
    public NextMail? NextMail { get; init; }

    public static WeekReader Of(string name, Profile profile, string? language = null, NextMail? nextMail = null) => new()
    {
        Name = name,
        Language = language,
        Units = profile.Units,
        NextMail = nextMail,
    };
}

/// <summary>The person's own weekday and hour.</summary>
public sealed record NextMail(IsoDayOfWeek Day, LocalTime At);
