using NodaTime;

namespace RunBackCare.Worker.Subscribers;

/// <summary>What an address or link proves: who it was given to, for what, and in which week. It is shown to nobody in this form.</summary>
/// <param name="Version">Low byte of <see cref="Subscriber.TokenVersion"/> when it was given out.</param>
/// <param name="Week">Monday of the week that the mail was about, or of the week in which it was written.</param>
internal sealed record Token(TokenPurpose Purpose, byte Version, long SubscriberId, LocalDate Week)
{
    /// <summary>How long light links live.</summary>
    public static Period LightLife { get; } = Period.FromDays(60);

    /// <summary>How long a link lives that opens everything.</summary>
    public static Duration FullLife { get; } = Duration.FromHours(1);

    /// <summary>Minute of the day in UTC at which a link was given out that lives by the hour; 0 for all others.</summary>
    public short Minute { get; init; }

    /// <summary>A link for the next hour.</summary>
    public static Token ForAnHour(Subscriber subscriber, TokenPurpose purpose, Instant now)
    {
        var (day, time) = now.InUtc().LocalDateTime;
        return For(subscriber, purpose, day) with { Minute = (short)((time.Hour * 60) + time.Minute) };
    }

    public static Token For(Subscriber subscriber, TokenPurpose purpose, LocalDate week) => new(purpose, (byte)subscriber.TokenVersion, subscriber.Id, week);

    /// <summary>Whether it still opens what it was made for: given out under the person's present version, and not too old.</summary>
    public bool IsGoodFor(Subscriber subscriber, Instant now) =>
        subscriber.Id == SubscriberId && (byte)subscriber.TokenVersion == Version && Lives(now);

    private bool Lives(Instant now) => Purpose switch
    {
        // Old mails get answered, bounce late, and must always be a way out; a calendar stays subscribed.
        TokenPurpose.Reply or TokenPurpose.Bounce or TokenPurpose.Leave or TokenPurpose.Calendar => true,
        TokenPurpose.OwnPages or TokenPurpose.OwnSummary => now < Given + FullLife,
        _ => now.InUtc().Date <= Week + LightLife,
    };

    private Instant Given => Week.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromMinutes(Minute);
}

/// <summary>What a token is for; one made for this opens nothing else. Numbers are part of tokens given out: never change one.</summary>
internal enum TokenPurpose : byte
{
    Reply = 1,
    Bounce = 2,
    Leave = 3,
    Week = 4,
    Pain = 5,
    Calendar = 6,
    Confirm = 7,
    Preferences = 8,
    Pause = 9,
    Summary = 10,

    /// <summary>Full access to a person's pages, for an hour.</summary>
    OwnPages = 11,

    /// <summary>The same, and it opens the summary.</summary>
    OwnSummary = 12,

    /// <summary>Its number is a sign-up's.</summary>
    SignUp = 13,

    /// <summary>Its number is a change of address.</summary>
    NewAddress = 14,
}
