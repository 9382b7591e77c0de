using System.Globalization;
using NodaTime;
using RunBackCare.Planning;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>What the simulation says, as tables in Markdown.</summary>
internal static class SafetyTable
{
    private const int YearOfWeeks = 52;

    /// <summary>Our plan and published ones, each walked by the same runner who misses nothing and whom nothing hurts.</summary>
    public static void Plans(TextWriter output, Planner planner, LocalDate first)
    {
        output.WriteLine("| Plan, walked by the same perfect runner | half an hour without a walk | steepest single run, of the 30-day longest | runs over +10 % | … and over 2½ min more | steepest longest bout | steepest week | run days in a row | days a week with nothing planned |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        Plan(output, "**RunBackCare**, from walking", OfPerfect(planner, 1, first));
        Plan(output, "**RunBackCare**, from walking, usual pain 4", OfPerfect(planner, 4, first));
        foreach (var plan in PublishedPlan.All)
        {
            Plan(output, $"{plan.Name} ({plan.Source})", Safety.Of(plan.Walk()));
        }

        output.WriteLine();
    }

    /// <summary>The virtual runners, by the course of their pain.</summary>
    public static void Runners(TextWriter output, (PainCourse Pain, Course Course, Safety Safety)[] lives)
    {
        output.WriteLine("| Pain | runners | progress / hold / cut-back / step back / walking / paused, % of weeks | steepest single run from 20 min | runs over +10 % | … and over 2½ min more | run days in a row | least empty days a week | half an hour: reached, median week | red scores told | runs before a lighter one | days to it, median / most |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in lives.GroupBy(l => l.Pain).OrderBy(g => g.Key))
        {
            Group(output, group.Key.ToString().ToLowerInvariant(), [.. group]);
        }

        Group(output, "all", lives);
        output.WriteLine();
    }

    private static void Plan(TextWriter output, string name, Safety safety) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {(safety.WeeksToHalfHour is { } week ? $"week {week}" : "not in it")} | {safety.Run} | {safety.RunsAbove} of {safety.RunsCompared} | {safety.RunsFarAbove} | {safety.Bout} | {safety.Week} | {safety.Streak} | {safety.LeastEmpty} |"));

    private static Safety OfPerfect(Planner planner, int usual, LocalDate first) =>
        Safety.Of(Life.Live(planner, VirtualRunner.Perfect(usual), Dice.Of(0, 0), first, YearOfWeeks));

    private static void Group(TextWriter output, string name, (PainCourse Pain, Course Course, Safety Safety)[] lives)
    {
        var weeks = lives.SelectMany(l => l.Course.Weeks).CountBy(w => w.Kind).ToDictionary(k => k.Key, k => k.Value);
        var all = weeks.Values.Sum();
        var kinds = string.Join(" / ", Enum.GetValues<WeekKind>().Select(k => (weeks.GetValueOrDefault(k) * 100.0 / all).ToString("F0", CultureInfo.InvariantCulture)));
        int[] reached = [.. lives.Select(l => l.Safety.WeeksToHalfHour).OfType<int>().Order()];
        Relief[] reliefs = [.. lives.SelectMany(l => l.Course.Reliefs)];
        int[] days = [.. reliefs.Select(r => r.Days).Order()];
        var compared = lives.Sum(l => (long)l.Safety.RunsCompared);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {lives.Length:N0} | {kinds} | {Steepest(lives)} | {lives.Sum(l => (long)l.Safety.RunsAbove) * 100.0 / compared:F1} % | {lives.Sum(l => (long)l.Safety.RunsFarAbove)} of {compared:N0} | {lives.Max(l => l.Safety.Streak)} | {lives.Min(l => l.Safety.LeastEmpty)} | {reached.Length * 100.0 / lives.Length:F0} %, {Median(reached)} | {reliefs.Length:N0} | {(reliefs.Length == 0 ? 0 : reliefs.Max(r => r.RunsBetween))} | {Median(days)} / {(days.Length == 0 ? "–" : days[^1].ToString(CultureInfo.InvariantCulture))} |"));
    }

    private static Rise Steepest((PainCourse Pain, Course Course, Safety Safety)[] lives) =>
        lives.Aggregate(Rise.None, (steepest, life) => steepest.Or(life.Safety.RunFromTwentyMinutes.From, life.Safety.RunFromTwentyMinutes.To));

    private static string Median(int[] sorted) => sorted.Length == 0 ? "–" : sorted[sorted.Length / 2].ToString(CultureInfo.InvariantCulture);
}
