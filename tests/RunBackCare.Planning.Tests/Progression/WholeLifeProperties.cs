using CsCheck;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Random people living with the whole planner: what must hold from week to week, whatever they answer.</summary>
public sealed class WholeLifeProperties
{
    private static readonly long Cases = Samples.Of(usual: 250, full: 20_000);

    private static readonly Planner Planner = new(Policy.Current, TestLibrary.Library);

    private static readonly Gen<(int[] Days, int?[] Answers, int Longest, Goal Goal, int Runs)> GenLife = Gen.Select(
        Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[20, 90])).Array[7].Where(d => d.Any(m => m > 0)),
        Gen.Frequency((6, Gen.Int[0, 3]), (1, Gen.Int[-1, 8])).Select(a => a < 0 ? (int?)null : a).Array[6, 26],
        Gen.Int[0, 60],
        Gen.Enum<Goal>(),
        Gen.Int[2, 4]);

    [Fact]
    public void Every_week_keeps_the_hard_rules_and_below_the_top_no_run_follows_another() => GenLife.Sample(
        life =>
        {
            var runner = new Runner(Person(life.Days, life.Longest, life.Goal, life.Runs)) { Planner = Planner };
            LocalDate? last = null;
            foreach (var answer in life.Answers)
            {
                runner.Answering(answer);
                HardRules.Check(runner.Placed!, runner.PlacedFrom!, runner.Last);
                foreach (var day in runner.Placed!.Days)
                {
                    foreach (var run in day.Sessions.OfType<Session.Run>())
                    {
                        Assert.InRange(run.RunTotalSeconds, 1, runner.Placed.CapRunSeconds);
                        Assert.True(runner.Placed.Standing == Ladder.Top || last?.PlusDays(1) != day.Date, $"runs on {last} and {day.Date}");
                        last = day.Date;
                    }
                }
            }
        }, iter: Cases);

    private static Profile Person(int[] days, int longest, Goal goal, int runs) => Runner.Usual(1) with
    {
        Experience = longest < 10 ? Experience.Walks : Experience.Runs,
        LongestRunMinutes = longest,
        CurrentRunsPerWeek = 2,
        RunsPerWeek = runs,
        Goal = goal,
        TargetLongestRunMinutes = goal == Goal.Build ? 75 : null,
        Days = new([.. days]),
        LongestRunDay = null,
    };
}
