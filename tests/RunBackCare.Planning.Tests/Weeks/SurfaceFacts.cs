using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>What decides between lawful surfaces: the two runs before, what is new, and the ground the longest run knows best.</summary>
public sealed class SurfaceFacts
{
    private static readonly Profile Two = Given.Ann with { Surfaces = [Surface.Grass, Surface.Road], UsualSurface = Surface.Road };
    private static readonly Profile Three = Given.Ann with { Surfaces = [Surface.Grass, Surface.Trail, Surface.Road], UsualSurface = Surface.Road };

    [Theory]
    [InlineData(Surface.Grass, Surface.Road)]
    [InlineData(Surface.Road, Surface.Grass)]
    public void One_run_changes_from_the_last(Surface last, Surface now) => Assert.Equal([now], Chosen(Two, [Run(1)], Last(Surface.Road, Surface.Grass, last)));

    [Theory]
    [InlineData(Surface.Grass, Surface.Trail, Surface.Road)]
    [InlineData(Surface.Trail, Surface.Road, Surface.Grass)]
    [InlineData(Surface.Road, Surface.Grass, Surface.Trail)]
    public void And_from_the_one_before_that(Surface beforeLast, Surface last, Surface now) => Assert.Equal([now], Chosen(Three, [Run(1)], Last(now, beforeLast, last)));

    [Fact]
    public void The_second_run_looks_at_the_first_and_at_last_weeks() =>
        Assert.Equal([Surface.Road, Surface.Grass], Chosen(Three, [Run(1), Run(3)], Last(Surface.Grass, Surface.Trail)));

    [Fact]
    public void Runs_of_this_week_in_an_earlier_revision_are_no_runs_before_it()
    {
        var own = Given.LastWeek with { Starts = Given.Monday, FirstDay = Given.Monday, Runs = [new(Given.Monday, 600, 30, Surface.Road, false, false), new(Given.Monday.PlusDays(2), 600, 30, Surface.Road, false, false)] };
        var facts = Given.Facts(Two, Last(Surface.Road, Surface.Grass), own) with { Starts = Given.Monday };
        Assert.Equal([Surface.Road], Surfaces(facts, Given.OnRung(8), [Run(1)]));
    }

    [Fact]
    public void What_only_an_earlier_revision_of_this_week_planned_is_still_new()
    {
        var own = Given.LastWeek with { Starts = Given.Monday, FirstDay = Given.Monday, Runs = [new(Given.Monday, 600, 30, Surface.Trail, false, false)] };
        var facts = Given.Facts(Three, Last(Surface.Road, Surface.Grass), own) with { Starts = Given.Monday };
        Assert.DoesNotContain(Surface.Trail, Surfaces(facts, Given.OnRung(8), [Run(1), Run(3)]));
    }

    [Fact]
    public void The_longest_run_stays_on_the_usual_ground() =>
        Assert.All(Seeds(Two, [Run(1), Run(3), Run(5, longest: true)], Last(Surface.Grass, Surface.Road)), s => Assert.Equal([Surface.Grass, Surface.Road, Surface.Grass], s)
            );

    [Fact]
    public void Of_two_equal_choices_it_takes_the_usual_one() =>
        Assert.All(Seeds(Three, [Run(5, longest: true)], Last(Surface.Grass, Surface.Trail, Surface.Grass)), s => Assert.Equal([Surface.Road], s));

    [Fact]
    public void New_ground_is_never_the_longest_runs()
    {
        var known = Last(Surface.Road, Surface.Grass);
        foreach (var surfaces in Seeds(Three, [Run(1), Run(3), Run(5, longest: true)], known, Given.FirstWeek))
        {
            Assert.NotEqual(Surface.Trail, surfaces[2]);
        }
    }

    private static IEnumerable<Surface[]> Seeds(Profile profile, PlacedRun[] runs, PastWeek before, Prescription? prescription = null) =>
        Enumerable.Range(0, 20).Select(seed => SurfaceChoice.Choose(Given.Facts(profile, before), prescription ?? Given.OnRung(8), runs, Policy.Current, (ulong)seed).Surfaces.ToArray());

    private static Surface[] Chosen(Profile profile, PlacedRun[] runs, PastWeek before) => Surfaces(Given.Facts(profile, before), Given.OnRung(8), runs);

    private static Surface[] Surfaces(Facts facts, Prescription prescription, PlacedRun[] runs) => [.. SurfaceChoice.Choose(facts, prescription, runs, Policy.Current, 7).Surfaces];

    private static PlacedRun Run(int day, bool longest = false) => new(Given.Monday.PlusDays(day), 900, longest, Surface: null);

    /// <summary>Last week's runs, in order.</summary>
    private static PastWeek Last(params Surface[] surfaces) => Given.LastWeek with { Runs = [.. surfaces.Select((s, i) => new PastRun(Given.Monday.PlusDays((2 * i) - 7), 900, 30, s, false, false))] };
}
