using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Site.SignUps;

/// <summary>A week as it would really be planned, for somebody who runs a little already: what visitors are shown before they sign up.</summary>
internal sealed class ExampleWeek(WeekPlanner planner, Library library)
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static readonly Profile Runner = new()
    {
        Experience = Experience.RunWalks,
        LongestRunMinutes = 3,
        RunMinutesNow = 12,
        CurrentRunsPerWeek = 2,
        Days = new(ImmutableArray.Create(0, 45, 0, 45, 0, 60, 0)),
        Surfaces = [Surface.Grass, Surface.Road],
        UsualSurface = Surface.Road,
        Kit = Kit.Mat,
        Back = new(2, 2, null, Direction.Neither, true),
    };

    private readonly Lazy<WeekView> _week = new(() =>
    {
        var facts = new Facts
        {
            Profile = Runner,
            History = RunnerHistory.Of(Monday.PlusDays(-1)),
            Starts = Monday,
            FirstDay = Monday,
            Now = Monday.PlusDays(-1) + new LocalTime(17, 0),
            Seed = 1,
        };
        return WeekView.Of(planner.Plan(facts), library, WeekReader.Of("", Runner), new() { Leave = null });
    });

    public WeekView View => _week.Value;
}
