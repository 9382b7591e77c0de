using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Subscribers.SignUps;

/// <summary>
/// What somebody typed into the sign-up form, kept apart from the person it may concern until the address itself has said yes. Then it is applied
/// and deleted, with every other one for that address.
/// </summary>
internal sealed class SignUp
{
    public long Id { get; init; }

    /// <summary>Whose address it is. A stranger's row holds that address and nothing else.</summary>
    public required long SubscriberId { get; init; }

    /// <summary>The mail that asks for the yes to this one.</summary>
    public required Guid MailId { get; init; }

    /// <summary>As they wrote it.</summary>
    public required string Address { get; init; }

    public required string Name { get; init; }

    public required string Zone { get; init; }

    public required IsoDayOfWeek SendDay { get; init; }

    public required LocalTime SendAt { get; init; }

    public required Profile Profile { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    /// <summary>Of the words that were ticked.</summary>
    public required int ConsentVersion { get; init; }

    public required Instant CreatedAt { get; init; }
}
