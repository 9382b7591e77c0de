using NodaTime;

namespace RunBackCare.Worker.Subscribers;

/// <summary>What an address or link proves: who it was given to, for what, and in which week. It is shown to nobody in this form.</summary>
/// <param name="Version">Low byte of <see cref="Subscriber.TokenVersion"/> when it was given out.</param>
/// <param name="Week">Monday of the week that the mail was about, or of the week in which it was written.</param>
internal sealed record Token(TokenPurpose Purpose, byte Version, long SubscriberId, LocalDate Week)
{
    /// <summary>How long light links live.</summary>
    public static Period LightLife { get; } = Period.FromDays(60);

    public static Token For(Subscriber subscriber, TokenPurpose purpose, LocalDate week) => new(purpose, (byte)subscriber.TokenVersion, subscriber.Id, week);

    /// <summary>Whether it still opens what it was made for: given out under the person's present version, and not too old.</summary>
    /// <param name="today">In any zone: a day more or less in sixty is no matter.</param>
    public bool IsGoodFor(Subscriber subscriber, LocalDate today) =>
        subscriber.Id == SubscriberId && (byte)subscriber.TokenVersion == Version && (LivesForEver(Purpose) || today <= Week + LightLife);

    private static bool LivesForEver(TokenPurpose purpose) => purpose switch
    {
        // Old mails get answered, bounce late, and must always be a way out; a calendar stays subscribed.
        TokenPurpose.Reply or TokenPurpose.Bounce or TokenPurpose.Leave or TokenPurpose.Calendar => true,
        _ => false,
    };
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
}
