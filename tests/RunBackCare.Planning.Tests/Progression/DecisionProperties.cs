using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Random people living random weeks: what must hold whatever they answer.</summary>
public sealed class DecisionProperties
{
    private static readonly long Cases = Samples.Of(usual: 1_500, full: 120_000);

    private static readonly Gen<Availability> GenDays =
        Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[20, 60]), (1, Gen.Int[61, 150])).Array[7]
            .Where(days => days.Any(d => d > 0))
            .Select(days => new Availability([.. days]));

    private static readonly Gen<Profile> GenProfile =
        Gen.Select(GenDays, Gen.Enum<Experience>(), Gen.Enum<Goal>(), Gen.Int[0, 90], Gen.Int[0, 10], Gen.Int[0, 10], Gen.Int[0, 255])
            .Select((days, experience, goal, longest, usual, now, flags) => new Profile
            {
                Experience = experience,
                LongestRunMinutes = experience == Experience.Runs ? longest + 1 : longest % 12,
                RunMinutesNow = (flags & 1) == 0 ? null : longest,
                CurrentRunsPerWeek = flags & 3,
                RunsPerWeek = 2 + (flags >> 2) % 3,
                Goal = goal,
                TargetLongestRunMinutes = goal == Goal.Build ? 30 + longest : null,
                Days = days,
                Surfaces = [Surface.Road, Surface.Grass],
                UsualSurface = Surface.Road,
                Back = new(Math.Min(usual, (flags & 16) == 0 ? 4 : 10), now, (flags & 32) == 0 ? null : Runner.FirstMonday.PlusDays(-longest), Direction.Neither, (flags & 64) == 0),
                BmiOver30 = flags > 240,
                BirthYear = flags % 5 == 0 ? 1960 : null,
                Sleep = 1 + flags % 5,
            });

    /// <summary>What a person says about one week: nothing, a number, or days, legs and fewer runs.</summary>
    private static readonly Gen<Said> GenSaid = Gen.Frequency(
        (2, Gen.Const(new Said())),
        (5, Gen.Int[0, 4].Select(b => new Said { Bare = b })),
        (1, Gen.Int[0, 10].Select(b => new Said { Bare = b })),
        (2, Gen.Select(Gen.Int[-1, 6].Array[7], Gen.Int[-6, 7], Gen.Int[-3, 3]).Select((d, leg, runs) => new Said { Days = [.. d], Leg = leg, Runs = runs })),
        (1, Gen.Select(Gen.Int[-1, 10].Array[7], Gen.Bool).Select((d, limped) => new Said { Days = [.. d], Limped = limped })),
        (1, Gen.Int[0, 3].Select(r => new Said { Runs = r })),
        (1, Gen.Int[1, 9].Select(p => new Said { Bare = 1, PauseWeeks = p })));

    private static readonly Gen<(Profile Profile, Said[] Weeks, int FirstDay)> GenLife =
        Gen.Select(GenProfile, GenSaid.Array[0, 14], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 4])));

    [Fact]
    public void Every_week_of_every_life_is_planned_twice_the_same() => GenLife.Sample(
        life =>
        {
            var runner = Live(life.Profile, life.Weeks, life.FirstDay);
            var (one, other) = (runner.Next(), runner.Next());
            Assert.Equal(PlanJson.Write(one), PlanJson.Write(other));
            foreach (var plan in runner.Plans)
            {
                Check(plan, life.Profile);
            }
        }, iter: Cases);

    [Fact]
    public void More_pain_this_week_never_gives_more_load() => Gen.Select(GenLife, Gen.Int[0, 30], Gen.Int[1, 5]).Sample(
        (life, which, more) =>
        {
            var runner = Live(life.Profile, life.Weeks, life.FirstDay);
            var mine = runner.History.Weeks.IsEmpty ? [] : runner.History.Reports.Where(r => r.Week == runner.Week).ToArray();
            if (mine.Length == 0)
            {
                return;
            }

            var before = runner.Next();
            var worse = mine[which % mine.Length];
            var index = runner.History.Reports.IndexOf(worse);
            runner.History = runner.History with { Reports = runner.History.Reports.SetItem(index, worse with { Score = new(Math.Min(10, worse.Score.Value + more)) }) };
            var after = runner.Next();
            Assert.True(Load(after) <= Load(before), $"{before.Decision} {before.Row} {before.Rung} became {after.Decision} {after.Row} {after.Rung} with {worse} + {more}: {Why(before)} became {Why(after)}");
        }, iter: Cases);

    [Fact]
    public void Silence_never_progresses() => GenLife.Sample(
        life =>
        {
            var runner = Live(life.Profile, life.Weeks, life.FirstDay);
            var first = runner.History.Weeks.IsEmpty;
            runner.PlanNext();
            var (standing, rung) = (runner.Last.Standing, runner.Last.Rung);
            var next = runner.Next();
            Assert.NotEqual(Decision.Progress, next.Decision);
            Assert.True(next.Standing <= standing, "silence raised the standing rung");
            Assert.True(first || next.Rung <= Math.Max(rung, standing));
            for (var week = 0; week < 5; week++)
            {
                runner.PlanNext();
            }

            Assert.True(runner.Last.Paused);
        }, iter: Cases);

    [Fact]
    public void The_rung_never_climbs_by_more_than_one() => GenLife.Sample(
        life =>
        {
            var runner = Live(life.Profile, life.Weeks, life.FirstDay);
            foreach (var (before, after) in runner.Plans.Zip(runner.Plans.Skip(1)))
            {
                Assert.InRange(after.Standing, 0, before.Standing + 1);
            }
        }, iter: Cases);

    private static string Why(Prescription plan) => string.Join(' ', plan.Reasons.Select(r => r.Text));

    private static void Check(Prescription plan, Profile profile)
    {
        Assert.InRange(plan.Rung, 0, Ladder.Top);
        Assert.InRange(plan.Standing, plan.Rung, Ladder.Top);
        Assert.InRange(plan.Row, 1, 9);
        Assert.InRange(plan.StrengthLevel, 1, 3);
        Assert.NotEmpty(plan.Reasons);
        Assert.All(plan.Reasons, r => Assert.EndsWith(".", r.Text, StringComparison.Ordinal));
        Assert.Equal(plan.Decision >= Decision.WalkOnly || plan.Training is Training.Nothing, plan.Training is Training.Walking or Training.Nothing);
        Assert.True(plan.Runs <= 4 && (plan.Neighbours || plan.Training is Training.Walking or Training.OfRung { Rung: 0 } || plan.Runs <= 3));
        Assert.True(plan.Standing <= Ladder.RunWalkCeiling || profile.Goal != Goal.RunWalkForLife);
        if (plan.Training is Training.Continuous runs)
        {
            Assert.NotEmpty(runs.RunSeconds);
            Assert.All(runs.RunSeconds, s => Assert.True(s % 60 == 0 && s > 0 && s <= plan.CapSeconds));
            Assert.Equal(runs.RunSeconds.OrderDescending(), runs.RunSeconds);
        }
    }

    /// <summary>What is asked of the body, in the order that "lower" has in the rules.</summary>
    private static decimal Load(Prescription plan) => plan.Training switch
    {
        Training.Nothing => -3,
        Training.Walking => plan.Decision == Decision.Urgent ? -2 : -1,
        Training.Continuous runs => 100_000 + runs.RunSeconds.Sum(),
        _ => Ladder.Rungs[plan.Rung].RunTotalSeconds * (2 * plan.Runs - plan.HalfRuns) / 2m,
    };

    private static Runner Live(Profile profile, Said[] weeks, int firstDay)
    {
        var runner = new Runner(profile, Runner.FirstMonday.PlusDays(firstDay));
        foreach (var week in weeks)
        {
            runner.PlanNext();
            week.About(runner);
        }

        return runner;
    }

    private sealed record Said
    {
        public int? Bare { get; init; }

        public ImmutableArray<int> Days { get; init; } = [];

        public int Leg { get; init; } = -1;

        public int Runs { get; init; } = -1;

        public bool Limped { get; init; }

        public int PauseWeeks { get; init; }

        public void About(Runner runner)
        {
            if (Bare is { } bare)
            {
                runner.Bare(bare);
            }

            for (var day = 0; day < Days.Length; day++)
            {
                if (Days[day] >= 0)
                {
                    runner.Score((IsoDayOfWeek)(day + 1), Days[day]);
                }
            }

            if (Leg >= 0)
            {
                runner.Bare(Leg, PainSite.Shin);
            }

            if (Runs >= 0)
            {
                runner.RunsDone(Runs);
            }

            if (Limped)
            {
                runner.Log(new SessionLog.ChangedStride(runner.Day(IsoDayOfWeek.Tuesday)) { Week = runner.Week, Answered = runner.Sunday() });
            }

            if (PauseWeeks > 0)
            {
                runner.Skip(PauseWeeks);
            }
        }
    }
}
