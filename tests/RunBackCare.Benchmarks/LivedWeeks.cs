using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Benchmarks;

/// <summary>The facts of somebody who lived a dozen weeks with the planner, did all, and told a low score each time.</summary>
internal static class LivedWeeks
{
    private const int Weeks = 12;

    /// <param name="first">Monday of the first of these weeks.</param>
    public static Facts Of(Profile profile, LocalDate first, Planner planner)
    {
        var facts = new Facts
        {
            Profile = profile,
            History = RunnerHistory.Of(first.PlusDays(-1)),
            Starts = first,
            FirstDay = first,
            Now = first.PlusDays(-1).At(new LocalTime(17, 0)),
            Seed = 7,
        };
        for (var week = 0; week < Weeks; week++)
        {
            var answered = facts.Starts.PlusDays(6).At(new LocalTime(16, 0));
            facts = facts with
            {
                History = facts.History with
                {
                    Weeks = facts.History.Weeks.Add(PastWeek.Of(planner.Plan(facts), delivered: true)),
                    Reports = facts.History.Reports.Add(new(facts.Starts, null, ReportTime.Week, PainSite.Back, new(1), answered)),
                    Logs = facts.History.Logs.Add(new SessionLog.AllDone { Week = facts.Starts, Answered = answered }),
                },
                Starts = facts.Starts.PlusWeeks(1),
                FirstDay = facts.Starts.PlusWeeks(1),
                Now = answered.PlusHours(1),
            };
        }

        return facts;
    }
}
