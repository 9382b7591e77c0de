using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>No number of the policy is an ornament: a little more or less of any changes the week of somebody among many invented people.</summary>
public sealed class EveryNumberMatters
{
    // What these lives do not reach: revisions, the far end of the memory, doses at their limit. Each has a fact at its edges.
    private static readonly ImmutableArray<string> Elsewhere =
    [
        nameof(Policy.MemoryWeeks), nameof(Policy.MeaningfulRisePercent), nameof(Policy.DailyScores), nameof(Policy.UnsettledRunsForWalks), nameof(Policy.LateAnswerDays),
        nameof(Policy.SilentWeeksPause), nameof(Policy.EntryTopMinutes), nameof(Policy.EntryTopRuns), nameof(Policy.ReturnWalkLevel), nameof(Policy.ReferStillPercent),
        nameof(Policy.PersistentDays), nameof(Policy.HomeMinutes), nameof(Policy.StrengthLeastMinutes), nameof(Policy.StrengthMostMinutes), nameof(Policy.StrengthLeastItems), nameof(Policy.DrillMostSeconds),
        nameof(Policy.WokenReferDays), nameof(Policy.InflammatorySigns), nameof(Policy.InflammatoryDays), nameof(Policy.InflammatoryOnsetAge), nameof(Policy.InflammatoryEarlyAge), nameof(Policy.NoticedDays),
    ];

    [Fact]
    public void Of_the_policy()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("RUNBACKCARE_FULL") == "1", "Plans thousands of weeks for each number; RUNBACKCARE_FULL=1 runs it.");
        var weeks = Live();
        var numbers = typeof(Policy).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType != typeof(string) && !Elsewhere.Contains(p.Name));
        Assert.Empty(numbers.Where(number => !Matters(number, weeks)).Select(number => number.Name));
    }

    private static bool Matters(PropertyInfo number, ImmutableArray<(Facts Facts, string Week)> weeks)
    {
        var planners = Changed(number).Select(policy => new Planner(policy, TestLibrary.Library)).ToArray();
        return weeks.Any(week => planners.Any(p => PlanJson.Write(p.Plan(week.Facts)) != week.Week));
    }

    private static IEnumerable<Policy> Changed(PropertyInfo number) => number.GetValue(Policy.Current) switch
    {
        int value => [With(number, value - Step(value)), With(number, value + Step(value))],
        ValueTuple<int, int> share => [With(number, (share.Item1 - 1, share.Item2)), With(number, (share.Item1, share.Item2 - 1))],
        ImmutableArray<int> row => row.SelectMany((value, i) => new[] { With(number, row.SetItem(i, value - 1)), With(number, row.SetItem(i, value + 1)) }),
        var other => throw new NotSupportedException($"{number.Name}: {other}"),
    };

    /// <summary>A second or two of a long run are lost in whole minutes.</summary>
    private static int Step(int value) => value > 100 ? value / 20 : 1;

    private static Policy With(PropertyInfo number, object value)
    {
        var policy = Policy.Current with { };
        number.SetValue(policy, value);
        return policy;
    }

    private static ImmutableArray<(Facts Facts, string Week)> Live()
    {
        var weeks = ImmutableArray.CreateBuilder<(Facts, string)>();
        for (var seed = 0; seed < 160; seed++)
        {
            var dice = new Random(seed);
            var runner = new Runner(Person(dice), dice.Next(6) == 0 ? Runner.FirstMonday.PlusDays(dice.Next(1, 5)) : null) { Planner = new(Policy.Current, TestLibrary.Library) };
            var mood = dice.Next(5);
            for (var week = 0; week < 34; week++)
            {
                runner.PlanNext();
                weeks.Add((runner.PlacedFrom!, PlanJson.Write(runner.Placed)));
                Say(runner, dice, mood);
            }
        }

        return weeks.ToImmutable();
    }

    private static Profile Person(Random dice)
    {
        var usual = dice.Next(0, 7);
        var since = dice.Next(3) == 0 ? Runner.FirstMonday.PlusDays(-dice.Next(1, 120)) : new LocalDate(2025, 1, 1);
        var person = (dice.Next(4) == 0 ? Runner.Builder(dice.Next(20, 80), dice.Next(30, 120)) : Runner.Usual(usual)) with
        {
            RunsPerWeek = dice.Next(2, 5),
            CurrentRunsPerWeek = dice.Next(1, 4),
            LongestRunDay = null,
            Days = new([.. Enumerable.Range(0, 7).Select(_ => dice.Next(3) == 0 ? 0 : dice.Next(20, 120))]),
            Surfaces = [Surface.Road, Surface.Grass, Surface.Trail],
            Kit = (Kit)dice.Next(64),
            Back = new(usual, Math.Min(10, usual + dice.Next(0, 4)), since, (Direction)dice.Next(3), dice.Next(2) == 0),
            BirthYear = dice.Next(4) == 0 ? 2026 - dice.Next(57, 63) : null,
            Sleep = dice.Next(1, 6),
            Shoes = new(new LocalDate(2026, 1, 1), dice.Next(300, 790)),
        };
        person = person.Days.PossibleDays == 0 ? person with { Days = new([0, 45, 0, 60, 0, 90, 0]) } : person;
        return dice.Next(3) == 0 ? person with { Experience = Experience.RunWalks, LongestRunMinutes = dice.Next(1, 12), RunMinutesNow = dice.Next(2) == 0 ? null : 14 } : person;
    }

    private static void Say(Runner runner, Random dice, int mood)
    {
        var calm = runner.Profile.Back.UsualPain;
        int Score() => Math.Clamp(calm + (mood == 0 ? 0 : dice.Next(-1, 2)) + (dice.Next(18) == 0 ? dice.Next(1, 8) : 0), 0, 10);
        switch (dice.Next(mood < 2 ? 12 : 20))
        {
            case 12 or 13:
                runner.RunsDone(dice.Next(0, 4)).Bare(Score());
                break;
            case 14:
                runner.Bare(Score()).Skipped(dice.Next(2) == 0 ? IsoDayOfWeek.Thursday : IsoDayOfWeek.Wednesday, dice.Next(2) == 0 ? LoggedKind.Run : LoggedKind.Strength);
                break;
            case 15:
                runner.Bare(Score()).Bare(dice.Next(2, 6), dice.Next(2) == 0 ? PainSite.Shin : PainSite.Knee);
                break;
            case 16 when mood == 3:
                runner.Bare(Score()).Skip(dice.Next(1, 14));
                break;
            case 17:
                runner.RunsDone(0);
                break;
            case 18 when mood == 4:
                break;
            case 16 or 19:
                for (var day = 1; day <= 7; day++)
                {
                    runner.Score((IsoDayOfWeek)day, Score());
                }

                break;
            default:
                runner.Bare(Score());
                break;
        }

        if (dice.Next(12) == 0)
        {
            runner.Profile = runner.Profile with { RunsPerWeek = dice.Next(2, 5) };
        }
    }
}
