using NodaTime;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Views;

/// <summary>Whom a week is written to: what of a person decides its wording, and no more.</summary>
public sealed record WeekReader
{
    public required string Name { get; init; }

    /// <summary>BCP 47 tag; null for British English.</summary>
    public string? Language { get; init; }

    public Units Units { get; init; }

    /// <summary>Hides swaps that load what makes the back worse.</summary>
    public Direction Worse { get; init; }

    /// <summary>Hides swaps that need what is not at hand.</summary>
    public Kit Kit { get; init; }

    /// <summary>When their mails leave; null where the mail should not say.</summary>
    public NextMail? NextMail { get; init; }

    public static WeekReader Of(string name, Profile profile, string? language = null, NextMail? nextMail = null) => new()
    {
        Name = name,
        Language = language,
        Units = profile.Units,
        Worse = profile.Back.Worse,
        Kit = profile.Kit,
        NextMail = nextMail,
    };

    internal bool MayDo(Swap swap) => !swap.Tags.HasFlag(Hidden) && Kit.HasFlag(swap.Needs);

    // A tag no item carries stands for "hide nothing".
    private LoadTags Hidden => Worse switch
    {
        Direction.Bending => LoadTags.Flex,
        Direction.Arching => LoadTags.Ext,
        _ => (LoadTags)int.MinValue,
    };
}

/// <summary>The person's own weekday and hour.</summary>
public sealed record NextMail(IsoDayOfWeek Day, LocalTime At);
