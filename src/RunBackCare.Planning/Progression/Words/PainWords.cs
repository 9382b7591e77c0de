using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>What the scores said: rows 3, 4 and 6 to 9. Always the person's own numbers, never what they might mean medically.</summary>
internal static class PainWords
{
    public static Cause UsualIsRed(decimal usual) =>
        new("usual-red", $"A usual pain of {Say.Level(usual)} is too much to run on", ["R16"], ("usual", usual));

    public static Cause RedAnswer(int score) =>
        new("red-answer", $"Your back was {Say.A(score)} at its worst last week", ["R16"], ("score", score));

    public static Cause RedRun(WeekPain pain) =>
        new("red-run", $"{RunDay(pain)} was {Say.A(pain.RunWorst!.Value)}", ["R16"], ("score", pain.RunWorst.Value));

    public static Cause RedDay(int score) =>
        new("red-day", $"Your back reached {Say.A(score)} on one day last week", ["R16"], ("score", score));

    public static Cause RedLeg(int score) =>
        new("red-leg", $"Your leg was {Say.A(score)} last week", ["R08", "R16"], ("score", score));

    public static Cause UnsettledRuns(ImmutableArray<RunPain> runs) =>
        new("two-unsettled-runs", $"Both {Say.Day(runs[0].Day)} and {Say.Day(runs[1].Day)} still hurt on the morning after", ["R10", "R16"], ("runs", runs.Length));

    public static Cause ChangedStride(LocalDate day) =>
        new("changed-stride", $"Pain changed the way you moved on {Say.Day(day)}", ["R16"], ("day", day));

    /// <param name="limit">Highest score that ends the walking.</param>
    public static Cause ExitNotMet(WeekPain pain, decimal limit) => pain.RunWorst is not { } worst
        ? new("exit-unknown", "We have not heard yet how the walks felt", ["R16"])
        : worst > limit
            ? new("exit-not-met", $"Your back was still {Say.A(worst)}, and running comes back at {Say.Level(Math.Floor(limit))} or less", ["R16"], ("limit", limit), ("score", worst))
            : new("exit-walks", "Running comes back after two whole walks that feel fine", ["R16"], ("score", worst));

    public static Cause UnsettledRun(RunPain run)
    {
        var morning = run.Morning!.Value;
        var next = Say.Day(run.Day.PlusDays(1));
        return new("unsettled-run", (run.Score, morning) switch
        {
            ({ } score, _) when score > morning => $"{Say.Day(run.Day)} was {Say.A(score)} and still {Say.A(morning)} on {next} morning",
            ({ } score, _) => $"{Say.Day(run.Day)} was {Say.A(score)} and {next} morning {Say.A(morning)}",
            _ => $"The morning after {Say.Day(run.Day)} was {Say.A(morning)}",
        }, ["R10"], ("morning", morning), ("run", run.Score ?? morning));
    }

    public static Cause Rising(Rise rise) =>
        new("rising", $"Your back went from {Say.Level(rise.Before)} to {Say.Level(rise.Level)}", ["R10"], ("before", rise.Before), ("level", rise.Level), ("up", rise.Up));

    public static Cause RisingSinceFourWeeks(Rise rise) =>
        new("rising-four-weeks", $"Four weeks ago your back was at {Say.Level(rise.Before)}, now it is at {Say.Level(rise.Level)}", ["R10"], ("before", rise.Before), ("level", rise.Level), ("up", rise.Up));

    public static Cause Creeping(int level, decimal best) =>
        new("creep", $"Your back has crept up to {level}; in your best weeks it was about {Say.Level(best)}", ["R10"], ("best", best), ("level", level));

    public static Cause LegMorning(int score) =>
        new("leg-morning", $"Your leg was still {Say.A(score)} the morning after a run", ["R08"], ("score", score));

    public static Cause LegAgain(int score) =>
        new("leg-again", $"Your leg hurt in a second week running, {Say.A(score)} this time", ["R08"], ("score", score));

    public static Cause SteadyAtUsual(int worst, decimal usual) =>
        new("steady-at-usual", $"Two weeks at your usual, {worst} at the worst", ["R08"], ("usual", usual), ("worst", worst));

    /// <summary>The first of the two weeks that the chronic path asks for.</summary>
    public static Cause OnceAtUsual(int worst, decimal usual) =>
        new("once-at-usual", $"Last week was {(worst <= usual ? "at" : "close to")} your usual, {worst} at the worst, and a second week like it comes before the next step", ["R08"], ("usual", usual), ("worst", worst));

    public static Cause Amber(WeekPain pain)
    {
        var score = pain.RunWorst!.Value;
        return new("amber", pain.Bare == score ? $"Your back was {Say.A(score)} at its worst last week" : $"{RunDay(pain)} was {Say.A(score)}", ["R10"], ("score", score));
    }

    public static Cause AmberLeg(int score) =>
        new("amber-leg", $"Your leg was {Say.A(score)} last week", ["R08"], ("score", score));

    public static Cause RisingLow(Rise rise) =>
        new("rising-low", $"Your back went from {Say.Level(rise.Before)} to {Say.Level(rise.Level)}, which is still low", ["R12"], ("before", rise.Before), ("level", rise.Level), ("up", rise.Up));

    public static Cause GoodWeek(WeekRecord week)
    {
        var worst = week.Pain.RunWorst!.Value;
        var soFar = week.Log.Training.Any(t => t is { Planned: true, Outcome: Outcome.NotOver }) ? " so far" : "";
        var (done, level) = ($"{Say.Trained(week.Log.Done, week.Log)} done{soFar}", worst == 0 ? "free of pain" : $"at {worst} or less");

        // A day without a run may have been a little more.
        var where = week.Pain.OtherWorst > worst ? " on the days you ran" : "";
        var clause = Say.InTurn(week.Plan.Starts, $"With {done}, your back stayed {level}{where}", $"Your back stayed {level}{where}, with {done}", $"A calm week with {done} and your back {level}{where}");
        return new("good-week", clause, [week.LongRun.Seconds > 0 ? "R01" : "R08"], ("done", week.Log.Done), ("planned", week.Log.Planned), ("worst", worst));
    }

    public static Cause Unclear() => new("safe-default", "Last week was neither clearly good nor clearly bad", ["R12"]);

    private static string RunDay(WeekPain pain) =>
        pain.Runs.FirstOrDefault(r => r.Score == pain.RunWorst) is { } run ? Say.Day(run.Day) : "A run day";
}
