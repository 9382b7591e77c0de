using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>Random people, prescriptions and pasts; every week must keep every hard rule and come out the same twice.</summary>
public sealed class WeekProperties
{
    private static readonly long Cases = Samples.Of(usual: 20_000, full: 120_000);

    private static readonly Gen<Availability> GenDays =
        Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[20, 45]), (1, Gen.Int[46, 120])).Array[7]
            .Where(days => days.Any(d => d > 0))
            .Select(days => new Availability([.. days]));

    private static readonly Gen<ImmutableArray<Surface>> GenSurfaces =
        Gen.Shuffle(Enum.GetValues<Surface>(), 1, 5).Select(s => s.ToImmutableArray());

    private static readonly Gen<ImmutableArray<BlackoutDays>> GenBlackout = Gen.Frequency(
        (4, Gen.Const(ImmutableArray<BlackoutDays>.Empty)),
        (1, Gen.Int[-3, 6].Select(Gen.Int[0, 8]).Select((from, more) => ImmutableArray.Create(new BlackoutDays(Given.Monday.PlusDays(from), Given.Monday.PlusDays(from + more))))));

    private static readonly Gen<Profile> GenProfile =
        Gen.Select(GenDays, GenSurfaces, GenBlackout, Gen.Int[0, 63], Gen.Enum<Direction>(), Gen.Int[0, 6])
            .Select((days, surfaces, blackout, kit, worse, longest) => new Profile
            {
                Experience = Experience.RunWalks,
                Days = days,
                LongestRunDay = days.Minutes[longest] > 0 ? (IsoDayOfWeek)(longest + 1) : null,
                Surfaces = surfaces,
                UsualSurface = surfaces[kit % surfaces.Length],
                Kit = (Kit)kit,
                Back = new(2, 2, null, worse, true),
                Shoes = kit % 2 == 0 ? new(Given.Monday.PlusDays(-200), 300) : null,
                Blackout = blackout,
            });

    private static readonly Gen<Training> GenTraining = Gen.Frequency<Training>(
        (6, Gen.Int[0, 15].Select(r => (Training)new Training.OfRung(r))),
        (3, Gen.Int[30, 150].Select(Gen.Int[20, 30]).Select((longest, other) => (Training)new Training.Continuous([longest * 60, other * 60, other * 60, other * 30]))),
        (2, Gen.Const((Training)new Training.Walking())),
        (1, Gen.Const((Training)new Training.Nothing())));

    private static readonly Gen<Prescription> GenPrescription =
        Gen.Select(GenTraining, Gen.Int[2, 4], Gen.Int[150, 6000], Gen.Int[0, 255], Gen.Int[1, 3], Gen.Int[0, 3])
            .Select((training, runs, cap, flags, level, strength) =>
            {
                bool Flag(int bit) => (flags >> bit & 1) != 0;
                var rung = training switch { Training.OfRung { Rung: var r } => r, Training.Continuous => 15, _ => 0 };
                var neighbours = rung == 15 && Flag(0);
                return new Prescription
                {
                    Decision = training is Training.Walking ? Decision.WalkOnly : Flag(1) ? Decision.Hold : Decision.Progress,
                    Row = 5,
                    Training = training,
                    Rung = rung,
                    Standing = rung,
                    Runs = runs,
                    CapSeconds = cap,
                    Neighbours = neighbours,
                    HalfRuns = runs == 4 && neighbours ? 1 : 0,
                    Strength = strength,
                    StrengthLevel = Flag(2) ? 1 : level,
                    Acute = Flag(2),
                    Amber = Flag(3),
                    NewContent = !Flag(4),
                    NewSurface = Flag(5),
                    FamiliarSurface = Flag(6),
                    Hills = Flag(7) && rung == 15,
                    Reasons = [],
                };
            });

    private static readonly Gen<int> GenLife = Gen.Int[0, 10_000];

    private static readonly Gen<(Profile Profile, Prescription Now, Prescription[] Past, int FirstDay, long Seed)> GenCase =
        Gen.Select(GenProfile, GenPrescription, GenPrescription.Array[0, 3], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 4])), Gen.Long);

    [Fact]
    public void Every_week_keeps_every_hard_rule() =>
        GenCase.Sample(
            (profile, now, past, firstDay, seed) =>
            {
                var (facts, prescription) = Lived(profile, now, past, firstDay, seed);
                HardRules.Check(WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library), facts, prescription);
            },
            iter: Cases);

    /// <summary>The search leaves out what cannot win; a search that leaves out nothing must find no better.</summary>
    [Fact]
    public void No_placement_is_better_than_the_one_that_is_found() =>
        Gen.Select(GenCase, Gen.Int[0, 3], Gen.Int[0, 2].Select(i => 7 * i), Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 6]))).Sample(
            (drawn, strength, stretchMinutes, over) =>
            {
                var (facts, prescription) = Lived(drawn.Profile, drawn.Now, drawn.Past, drawn.FirstDay, drawn.Seed);
                if (over > 0)
                {
                    var week = WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library);
                    prescription = prescription with { FixedDays = [.. week.Days.Where(d => d.Date < facts.Starts.PlusDays(over))] };
                }

                var frame = WeekFrame.Of(facts, prescription);
                var wishes = RunWishes.Of(prescription, frame, Policy.Current);
                var slow = new SlowSearch(frame, wishes, strength, stretchMinutes, prescription.Neighbours);
                var found = PlacementSearch.Best(frame, wishes, strength, stretchMinutes, prescription.Neighbours, Policy.Current, (ulong)drawn.Seed);
                if (slow.Best() is { } best)
                {
                    Assert.Equal(best, slow.RankOf(found));
                }
                else
                {
                    Assert.Equal(new Placement { Longest = -1 }, found);
                }
            },
            iter: Samples.Of(usual: 1_000, full: 10_000));

    [Fact]
    public void The_same_facts_give_the_same_week() =>
        GenCase.Sample(
            (profile, now, past, firstDay, seed) =>
            {
                var (facts, prescription) = Lived(profile, now, past, firstDay, seed);
                var once = PlanJson.Write(WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library));
                var again = PlanJson.Write(WeekBuilder.Build(PlanJson.Read<Facts>(PlanJson.Write(facts)), prescription, Policy.Current, TestLibrary.Library));
                return once == again;
            },
            iter: Cases / 10);

    [Fact]
    public void A_revision_keeps_what_is_over_and_every_hard_rule() =>
        GenCase.Select(GenPrescription, Gen.Int[0, 6]).Sample(
            (drawn, changed, today) =>
            {
                var (facts, prescription) = Lived(drawn.Profile, drawn.Now, drawn.Past, drawn.FirstDay, drawn.Seed);
                var week = WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library);
                if (week.Days.IsEmpty)
                {
                    return;
                }

                var now = facts.Starts.PlusDays(today);
                var revised = facts with { FirstDay = LocalDate.Max(facts.FirstDay, now), History = facts.History with { Weeks = facts.History.Weeks.Add(PastWeek.Of(week, true)) } };
                var change = changed with { FixedDays = [.. week.Days.Where(d => d.Date < now)] };
                HardRules.Check(WeekBuilder.Build(revised, change, Policy.Current, TestLibrary.Library), revised, change);
            },
            iter: Cases / 4);

    [Fact]
    public void Weeks_lived_by_the_decisions_keep_every_hard_rule() =>
        Gen.Select(GenProfile, GenLife, Gen.Int[0, 9].Array[10], Gen.Long).Sample(
            (profile, life, scores, seed) =>
            {
                var person = profile with { Experience = (Experience)(life % 4), LongestRunMinutes = life % 40, RunsPerWeek = 2 + (life % 3), CurrentRunsPerWeek = life % 5, Goal = (Goal)(life / 7 % 3), TargetLongestRunMinutes = 90 };
                var first = Given.Monday.PlusDays(life % 7 > 4 ? life % 5 : 0);
                var facts = Given.Facts(person) with { FirstDay = first, Seed = seed };
                foreach (var score in scores)
                {
                    var prescription = Prescriber.Prescribe(facts, Policy.Current);
                    var week = WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library);
                    HardRules.Check(week, facts, prescription);
                    var answered = week.Starts.PlusDays(6).At(new LocalTime(16, 0));
                    facts = facts with
                    {
                        History = facts.History with
                        {
                            Weeks = facts.History.Weeks.Add(PastWeek.Of(week, delivered: true)),
                            Reports = score == 9 ? facts.History.Reports : facts.History.Reports.Add(new(week.Starts, null, ReportTime.Week, PainSite.Back, new(score), answered)),
                            Logs = score == 9 ? facts.History.Logs : facts.History.Logs.Add(new SessionLog.AllDone { Week = week.Starts, Answered = answered }),
                        },
                        Starts = week.Starts.PlusWeeks(1),
                        FirstDay = week.Starts.PlusWeeks(1),
                        Now = answered.PlusHours(1),
                    };
                }
            },
            iter: Cases / 20);

    /// <summary>Lives the past weeks first, so that their borders, surfaces and items are those of real plans.</summary>
    private static (Facts Facts, Prescription Prescription) Lived(Profile profile, Prescription now, Prescription[] past, int firstDay, long seed)
    {
        var facts = Given.Facts(profile) with { Starts = Given.Monday.PlusWeeks(-past.Length), FirstDay = Given.Monday.PlusWeeks(-past.Length), Seed = seed };
        foreach (var before in past)
        {
            var week = WeekBuilder.Build(facts, before, Policy.Current, TestLibrary.Library);
            facts = facts with
            {
                History = facts.History with { Weeks = facts.History.Weeks.Add(PastWeek.Of(week, delivered: true)) },
                Starts = facts.Starts.PlusWeeks(1),
                FirstDay = facts.Starts.PlusWeeks(1),
            };
        }

        return (facts with { FirstDay = facts.Starts.PlusDays(firstDay) }, now);
    }
}
