using NodaTime;
using RunBackCare.Worker.Site;

namespace RunBackCare.Worker.Tests.Site;

public sealed class PersonTimeFacts
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 8, 0);

    [Fact]
    public void What_is_due_now_comes_within_the_hour() => Assert.Equal("within the hour", PersonTime.Words(Now, "Europe/Berlin", Now));

    [Fact]
    public void What_comes_later_is_said_in_the_persons_own_time() =>
        Assert.Equal("on Sunday, 29 November at 17:00", PersonTime.Words(Instant.FromUtc(2026, 11, 29, 16, 0), "Europe/Berlin", Now));

    [Fact]
    public void Across_the_date_line_it_is_their_day() =>
        Assert.Equal("on Monday, 30 November at 07:00", PersonTime.Words(Instant.FromUtc(2026, 11, 29, 18, 0), "Pacific/Auckland", Now));
}
