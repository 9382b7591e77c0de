using NodaTime;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Support;

internal static class People
{
    private static int _count;

    public static Profile Profile { get; } = new()
    {
        Experience = Experience.Walks,
        Days = new([45, 45, 0, 45, 0, 60, 0]),
        Surfaces = [Surface.Grass, Surface.Road],
        UsualSurface = Surface.Road,
        Back = new(2, 2, null, Direction.Neither, true),
    };

    /// <summary>Someone in Berlin who wants their weeks on Sunday at five, signed up on Wednesday, 2 December 2026.</summary>
    public static Subscriber Someone(
        SubscriberState state = SubscriberState.Active,
        Instant? due = null,
        string zone = "Europe/Berlin",
        IsoDayOfWeek sendDay = IsoDayOfWeek.Sunday,
        LocalTime? sendAt = null)
    {
        var number = Interlocked.Increment(ref _count);
        return new()
        {
            Address = $"Runner{number}@Example.org",
            AddressKey = $"runner{number}@example.org",
            Name = $"Runner {number}",
            Zone = zone,
            SendDay = sendDay,
            SendAt = sendAt ?? new(17, 0),
            State = state,
            Profile = Profile,
            JoinedOn = state == SubscriberState.Pending ? null : new LocalDate(2026, 12, 2),
            NextPlanAt = due,
            Seed = number,
            CreatedAt = Instant.FromUtc(2026, 12, 2, 8, 0),
        };
    }
}
