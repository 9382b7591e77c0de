using System.Collections.Immutable;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>
/// A beginners' plan that anybody may read, as facts about its intervals: bouts of running in seconds, run by run. Weeks that we could not
/// verify are left out.
/// </summary>
/// <param name="Source">Where its weeks can be read.</param>
/// <param name="RunDays">Days of the week on which its runs are taken to stand, Monday is 0.</param>
/// <param name="Empty">Days of its week with nothing planned.</param>
internal sealed record PublishedPlan(string Name, string Source, ImmutableArray<int> RunDays, int Empty, ImmutableArray<PublishedWeek> Weeks)
{
    private const int SecondsPerMile = 724;

    private static readonly ImmutableArray<int> ThreeRuns = [0, 2, 4];
    private static readonly ImmutableArray<int> SixRuns = [0, 1, 2, 3, 4, 5];

    public static ImmutableArray<PublishedPlan> All { get; } =
    [
        new("NHS Couch to 5K", "nhs.uk", ThreeRuns, 4,
        [
            Same(Times(8, 60)),
            Same(Times(6, 90)),
            Same([90, 180, 90, 180]),
            Same([180, 300, 180, 300]),
            new([[300, 300, 300], [480, 480], [1200]]),
            new([[300, 480, 300], [600, 600], [1500]]),
            Same([1500]),
            Same([1680]),
            Same([1800]),
        ]),
        new("None to Run, weeks 1 to 6", "nonetorun.com", ThreeRuns, 4,
        [
            Same(Times(8, 30)),
            Same(Times(7, 60)),
            Same(Times(9, 60)),
            Same(Times(7, 90)),
            Same(Times(10, 90)),
            Same(Times(10, 90)),
        ]),
        new("Higdon 30/30", "halhigdon.com", SixRuns, 1, [.. Enumerable.Repeat(new PublishedWeek([.. Enumerable.Repeat(Times(15, 30), 6)]), 4)]),
        new("Higdon 5K Novice", "halhigdon.com", ThreeRuns, 1, [.. Enumerable.Range(0, 7).Select(week => Same([(6 + week) * SecondsPerMile / 4]))]),
    ];

    public Course Walk()
    {
        var course = new Course();
        for (var week = 0; week < Weeks.Length; week++)
        {
            var seconds = 0;
            for (var run = 0; run < RunDays.Length; run++)
            {
                var bouts = Weeks[week].Runs[run];
                course.Runs.Add(new((week * 7) + RunDays[run], bouts.Sum(), bouts.Max()));
                seconds += bouts.Sum();
            }

            course.Weeks.Add(new(WeekKind.Progress, Empty, seconds));
        }

        return course;
    }

    private static PublishedWeek Same(ImmutableArray<int> bouts) => new([bouts, bouts, bouts]);

    private static ImmutableArray<int> Times(int bouts, int seconds) => [.. Enumerable.Repeat(seconds, bouts)];
}

/// <param name="Runs">Bouts of running in seconds, for each of the week's runs.</param>
internal sealed record PublishedWeek(ImmutableArray<ImmutableArray<int>> Runs);
