using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Content;

public sealed class ShoeFacts
{
    // 30 minutes of running at 7:30 are 4 km, 11 of walking at 11:00 one more.
    private static readonly PastRun FiveKm = new(Given.Monday.PlusDays(-5), 1800, 41, Surface.Road, true, false);

    private static readonly Profile Runner = Given.Ann with { Shoes = new(Given.Monday.PlusDays(-300), 320) };

    [Theory]
    [InlineData(499, ShoeAdvice.Fine)]
    [InlineData(500, ShoeAdvice.Soon)]
    [InlineData(799, ShoeAdvice.Soon)]
    [InlineData(800, ShoeAdvice.Replace)]
    public void Shoes_are_due_from_500_and_over_at_800(int km, ShoeAdvice advice) =>
        Assert.Equal(new ShoeCounter(km, advice), Count(Given.Ann with { Shoes = new(Given.Monday.PlusDays(-300), km) }));

    [Fact]
    public void No_shoes_told_no_counter() => Assert.Null(Count(Given.Ann));

    [Fact]
    public void A_planned_run_counts_at_usual_paces() => Assert.Equal(325, Count(Runner, FiveKm)!.Km);

    [Fact]
    public void A_pace_that_was_given_counts_instead() => Assert.Equal(327, Count(Runner with { PaceSecondsPerKm = 300 }, FiveKm)!.Km);

    [Fact]
    public void A_run_not_done_does_not_count() => Assert.Equal(320, Count(Runner, Log(new SessionLog.OnDay(FiveKm.Day, LoggedKind.Run, Done: false) { Week = Week, Answered = Now }), FiveKm)!.Km);

    [Fact]
    public void A_distance_that_was_given_counts_instead() =>
        Assert.Equal(332, Count(Runner, Log(new SessionLog.OnDay(FiveKm.Day, LoggedKind.Run, Done: true, Metres: 12_000) { Week = Week, Answered = Now }), FiveKm)!.Km);

    [Fact]
    public void A_run_on_another_day_counts_by_what_was_said() =>
        Assert.Equal(324, Count(Runner, Log(new SessionLog.OnDay(FiveKm.Day.PlusDays(1), LoggedKind.Run, Done: true, Minutes: 30) { Week = Week, Answered = Now }))!.Km);

    [Fact]
    public void One_run_of_two_counts_half() =>
        Assert.Equal(325, Count(Runner, Log(new SessionLog.RunsDone(1) { Week = Week, Answered = Now }), FiveKm, FiveKm with { Day = FiveKm.Day.PlusDays(2) })!.Km);

    [Fact]
    public void Runs_in_the_pair_before_do_not_count() =>
        Assert.Equal(0, Count(Runner with { Shoes = new(Given.Monday.PlusDays(-1), 0) }, FiveKm)!.Km);

    [Fact]
    public void What_is_forgotten_still_counts()
    {
        // Only the newest weeks are remembered: the oldest of them knows what the shoes had run by then.
        var facts = Given.Facts(Runner, Given.LastWeek with { ShoeKm = 600, Runs = [FiveKm] });
        facts = facts with { History = facts.History with { Joined = Given.Monday.PlusWeeks(-40) } };
        Assert.Equal(605, ShoeWear.Count(facts, Policy.Current)!.Km);
    }

    private static LocalDate Week => Given.Monday.PlusWeeks(-1);

    private static LocalDateTime Now => Given.Monday.PlusDays(-1).At(new LocalTime(12, 0));

    private static ImmutableArray<SessionLog> Log(SessionLog log) => [log];

    private static ShoeCounter? Count(Profile profile, params PastRun[] runs) => Count(profile, [], runs);

    private static ShoeCounter? Count(Profile profile, ImmutableArray<SessionLog> logs, params PastRun[] runs)
    {
        var facts = Given.Facts(profile, Given.LastWeek with { Runs = [.. runs] });
        return ShoeWear.Count(facts with { History = facts.History with { Logs = logs } }, Policy.Current);
    }
}
