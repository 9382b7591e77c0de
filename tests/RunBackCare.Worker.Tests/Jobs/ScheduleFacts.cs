using RunBackCare.Worker.Jobs;

namespace RunBackCare.Worker.Tests.Jobs;

public sealed class ScheduleFacts
{
    [Theory]
    [InlineData(1, "*/1 * * * * *")]
    [InlineData(20, "*/20 * * * * *")]
    [InlineData(60, "*/1 * * * *")]
    [InlineData(300, "*/5 * * * *")]
    [InlineData(1800, "*/30 * * * *")]
    [InlineData(3600, "0 * * * *")]
    public void An_interval_that_fits_a_minute_or_an_hour_is_a_cron(int seconds, string cron) => Assert.Equal(cron, Schedule.Every(seconds));

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(420)]
    [InlineData(7200)]
    public void Any_other_interval_is_refused(int seconds)
    {
        Assert.False(Schedule.CanBeEvery(seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Every(seconds));
    }
}
