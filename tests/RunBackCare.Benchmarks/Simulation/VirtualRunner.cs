using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>Somebody who lives with the planner.</summary>
internal sealed record VirtualRunner
{
    public required Profile Profile { get; init; }

    public required PainCourse Course { get; init; }

    /// <summary>Share of planned sessions that are done, in per cent.</summary>
    public required int Does { get; init; }

    /// <summary>Share of weeks that are answered, in per cent.</summary>
    public required int Answers { get; init; }

    /// <summary>Answers after each session; others send one number for the week.</summary>
    public required bool AnswersDaily { get; init; }

    public static VirtualRunner Random(PainCourse course, Dice dice, LocalDate today) => new()
    {
        Profile = RandomProfile(course == PainCourse.Chronic ? dice.Between(3, 4) : dice.Between(0, 2), dice, today),
        Course = course,
        Does = dice.Between(50, 100),
        Answers = course == PainCourse.Silent ? dice.Between(10, 50) : dice.Between(70, 100),
        AnswersDaily = dice.Chance(50),
    };

    /// <summary>Does all, answers all, and nothing ever hurts more than usual: the one who can be sent through any plan.</summary>
    public static VirtualRunner Perfect(int usual) => new()
    {
        Profile = new()
        {
            Experience = Experience.Walks,
            Days = new([0, 60, 0, 60, 0, 60, 0]),
            LongestRunDay = IsoDayOfWeek.Saturday,
            Surfaces = [Surface.Road, Surface.Grass],
            UsualSurface = Surface.Road,
            Back = new(usual, usual, null, Direction.Neither, Assessed: true),
        },
        Course = PainCourse.Unchanging,
        Does = 100,
        Answers = 100,
        AnswersDaily = false,
    };

    private static Profile RandomProfile(int usual, Dice dice, LocalDate today)
    {
        var days = RandomDays(dice);
        var surfaces = Enum.GetValues<Surface>().Where(_ => dice.Chance(50)).DefaultIfEmpty(dice.Of(Enum.GetValues<Surface>())).ToImmutableArray();
        var experience = dice.Of(Experience.None, Experience.Walks, Experience.Walks, Experience.RunWalks, Experience.Runs);
        var goal = dice.Of(Goal.RunWalkForLife, Goal.ThirtyMinutes, Goal.ThirtyMinutes, Goal.Build);
        return new()
        {
            Experience = experience,
            LongestRunMinutes = experience switch { Experience.RunWalks => dice.Between(1, 15), Experience.Runs => dice.Between(5, 60), _ => 0 },
            CurrentRunsPerWeek = experience < Experience.RunWalks ? 0 : dice.Between(1, 4),
            RunsPerWeek = dice.Between(2, 4),
            Goal = goal,
            TargetLongestRunMinutes = goal == Goal.Build ? dice.Between(30, 120) : null,
            Days = days,
            LongestRunDay = dice.Chance(50) ? Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d).Last(d => days[d] > 0) : null,
            Surfaces = surfaces,
            UsualSurface = surfaces[dice.Between(0, surfaces.Length - 1)],
            Kit = (Kit)dice.Between(0, 127),
            Back = new(usual, Math.Min(10, usual + dice.Between(0, 1)), today.PlusDays(-dice.Between(1, 2000)), dice.Of(Direction.Neither, Direction.Bending, Direction.Arching), dice.Chance(60)),
            Shoes = dice.Chance(50) ? new(today.PlusDays(-dice.Between(1, 300)), dice.Between(0, 700)) : null,
            BirthYear = dice.Chance(70) ? today.Year - dice.Between(18, 75) : null,
            BmiOver30 = dice.Chance(15),
            Sleep = dice.Chance(50) ? dice.Between(1, 5) : null,
        };
    }

    /// <summary>Two to six possible days of 20 to 90 minutes.</summary>
    private static Availability RandomDays(Dice dice)
    {
        var minutes = new int[7];
        for (var left = dice.Between(2, 6); left > 0;)
        {
            var day = dice.Between(0, 6);
            left -= minutes[day] == 0 ? 1 : 0;
            minutes[day] = 5 * dice.Between(4, 18);
        }

        return new([.. minutes]);
    }
}
