using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>Everything a week can give up, as people read it, with what it rests on and the numbers behind it.</summary>
public sealed class GivenUpTable
{
    private const string Expected =
        """
        nothing
        gave-up-run | You are away on every day of this plan, so nothing is planned. |  | placed 0, wanted 3
        gave-up-run | No day this week has time for a run, so none is planned. |  | placed 0, wanted 3
        gave-up-run | No day this week has time for a walk, so none is planned. |  | placed 0, wanted 3
        gave-up-run | This week has no room for a run beside the other sessions, so none is planned. |  | placed 0, wanted 3
        gave-up-strength | There are no strength sessions this week instead of two, because no other day has room. |  | placed 0, wanted 2
        gave-up-run | This week has no room for a walk beside the other sessions, so none is planned. |  | placed 0, wanted 3
        gave-up-strength | There are no strength sessions this week instead of two, because no other day has room. |  | placed 0, wanted 2
        gave-up-run | Only one day fits a run this week, so there is one run instead of three. |  | placed 1, wanted 3
        gave-up-run | Only one day fits a walk this week, so there is one walk instead of three. |  | placed 1, wanted 3
        gave-up-run | Only two days fit a run this week, so there are two runs instead of three. |  | placed 2, wanted 3
        gave-up-run | Only two days fit a walk this week, so there are two walks instead of three. |  | placed 2, wanted 3
        gave-up-run | Runs keep a day between them, so there are two runs instead of three this week. | R10 | placed 2, wanted 3
        gave-up-run | Runs keep a day between them, so there is one run instead of three this week. | R10 | placed 1, wanted 3
        gave-up-run | Strength and a day of rest need their place too, so there are two runs instead of three this week. |  | placed 2, wanted 3
        gave-up-stretch-day | Strength and stretching share Thursday this week. |  | day Thursday
        gave-up-second-strength | There is one strength session this week instead of two, because no other day has room. |  | placed 1, wanted 2
        gave-up-run | Strength and a day of rest need their place too, so there are two walks instead of three this week. |  | placed 2, wanted 3
        gave-up-stretch-day | Strength and stretching share Thursday this week. |  | day Thursday
        gave-up-second-strength | There is one strength session this week instead of two, because no other day has room. |  | placed 1, wanted 2
        gave-up-run | Your days hold three runs instead of four: never three days in a row, and none on the day before the longest. | R10 | placed 3, wanted 4
        gave-up-run | Only two days fit a run this week, so there are two runs instead of three. |  | placed 2, wanted 3
        nothing
        gave-up-neighbour-minutes | Tuesday follows a day with a run, so the run there stays at half the minutes. | R10 | days 1
        gave-up-neighbour-minutes | Tuesday and Friday follow a day with a run, so the run there stays at half the minutes. | R10 | days 2
        gave-up-neighbour-minutes | Thursday follows a day with a run, so the run there stays at half the minutes. | R10 | days 1
        gave-up-surface-share | One surface carries more than two thirds of the running this week, because a new surface comes in one run at a time. | S12
        gave-up-repeats | Tuesday has 25 minutes, so its run is cut to what fits. |  | days 1, minutes 25
        gave-up-repeats | Tuesday and Thursday are too short for the whole run, so each is cut to the time you have. |  | days 2, minutes 24
        gave-up-repeats-cap | Runs are cut a little, so that none is much longer than your longest of the last 30 days. | R01 | minutes 10, wanted 16
        gave-up-longest-day | Saturday does not fit this week, so your longest run is on Sunday. |  | day Sunday
        gave-up-run | Only two days fit a run this week, so there are two runs instead of three. |  | placed 2, wanted 3
        gave-up-longest-day | Your longest run is on Thursday this week, so that no strength work comes the day before it. |  | day Thursday
        gave-up-stretch-day | Strength and stretching share Friday this week. |  | day Friday
        gave-up-run | Only two days fit a run this week, so there are two runs instead of three. |  | placed 2, wanted 3
        gave-up-longest-day | Your longest run is on Monday this week, so that no strength work comes the day before it. |  | day Monday
        gave-up-stretch-day | Strength and stretching share Tuesday this week. |  | day Tuesday
        gave-up-stretch-day | Strength and stretching share Wednesday this week. |  | day Wednesday
        gave-up-run | Only two days fit a run this week, so there are two runs instead of three. |  | placed 2, wanted 3
        gave-up-strength-day | Strength comes after the run on Thursday and Saturday, because the other days are taken. |  | days 2
        gave-up-run | Only two days fit a walk this week, so there are two walks instead of three. |  | placed 2, wanted 3
        gave-up-stretch-day | Strength and stretching share Thursday this week. |  | day Thursday
        gave-up-strength-day | Strength comes after the walk on Thursday and Saturday, because the other days are taken. |  | days 2
        gave-up-longest-day | Your longest run is on Thursday this week, so that no strength work comes the day before it. |  | day Thursday
        gave-up-stretch-day | Strength and stretching share Friday this week. |  | day Friday
        gave-up-third-strength | There are two strength sessions this week instead of three, because no other day has room. |  | placed 2, wanted 3
        gave-up-longest-day | Your longest run is on Thursday this week, so that no strength work comes the day before it. |  | day Thursday
        gave-up-stretch-day | Strength and stretching share Friday this week. |  | day Friday
        gave-up-second-strength | There is one strength session this week instead of two, because no other day has room. |  | placed 1, wanted 2
        gave-up-run | This week has no room for a run beside the other sessions, so none is planned. |  | placed 0, wanted 3
        gave-up-strength | There are no strength sessions this week instead of two, because no other day has room. |  | placed 0, wanted 2
        gave-up-third-strength | There are two strength sessions this week instead of three, because no other day has room. |  | placed 2, wanted 3
        gave-up-surface-share | One surface carries more than two thirds of the running this week, because a new surface comes in one run at a time. | S12
        """;

    private static readonly Prescription Four = Given.OnRung(15) with { Runs = 4, Neighbours = true, HalfRuns = 1 };
    private static readonly Profile Asks4 = Given.Ann with { RunsPerWeek = 4, LongestRunDay = null };

    [Fact]
    public void Reads_like_this() => Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', Weeks().SelectMany(w => w.Reasons.Length == 0 ? ["nothing"] : w.Reasons.Select(Written))));

    private static IEnumerable<PlannedWeek> Weeks() =>
    [
        Given.Week(Given.Ann, Given.FirstWeek),

        // Too few days for the runs, or for the walks.
        Week(Given.Ann.Days, Given.FirstWeek, Away(0, 6)),
        Week(Given.Days(tue: 45), Given.FirstWeek, Away(1, 1)),
        Week(Given.Days(tue: 45), Given.WalkOnly, Away(1, 1)),
        Week(Given.Days(tue: 20), Given.FirstWeek, Away(0, 0), Away(2, 6)),
        Week(Given.Days(tue: 20), Given.WalkOnly, Away(0, 0), Away(2, 6)),
        Week(Given.Days(tue: 45), Given.FirstWeek),
        Week(Given.Days(tue: 45), Given.WalkOnly),
        Week(Given.Days(tue: 45, sat: 45), Given.FirstWeek),
        Week(Given.Days(tue: 45, sat: 45), Given.WalkOnly),
        Week(Given.Days(tue: 45, wed: 45, sat: 45), Given.FirstWeek),
        Week(Given.Days(sat: 45, sun: 45), Given.FirstWeek with { Runs = 1 }),
        Week(Given.Days(tue: 45, thu: 45, sat: 45), Given.OnRung(15), Away(0, 0), Away(2, 2), Away(4, 4), Away(6, 6)),
        Week(Given.Days(tue: 30, thu: 30, sat: 30), Given.WalkOnly, Away(0, 0), Away(2, 2), Away(4, 4), Away(6, 6)),
        Given.Week(Asks4, Given.OnRung(15) with { Crowded = true }),
        Given.Week(Asks4 with { Days = Given.Days(mon: 60, thu: 60) }, Given.OnRung(15) with { Crowded = true, Runs = 3 }),

        // A first week of some days, and a week of which some days are over, ask for no more than they hold.
        Given.Week(Given.Facts(Given.Ann) with { FirstDay = Given.Monday.PlusDays(4) }, Given.FirstWeek),

        // Runs on the day after a run.
        Given.Week(Asks4 with { Days = Given.Days(mon: 60, tue: 60, sat: 60, sun: 60) }, Four),
        Given.Week(Asks4 with { Days = Given.Days(mon: 60, tue: 60, thu: 60, fri: 60) }, Four with { HalfRuns = 0 }),
        Given.Week(Asks4 with { Days = Given.Days(mon: 60, wed: 60, thu: 60, sat: 60) }, Four with { HalfRuns = 0 }),

        // Short days, and the cap.
        Week(Given.Days(tue: 25, thu: 45, sat: 45), Given.OnRung(8)),
        Week(Given.Days(tue: 25, thu: 24, sat: 45), Given.OnRung(8)),
        Given.Week(Given.Ann, Given.OnRung(8) with { CapSeconds = 700 }),

        // The longest run's day, and days that are shared.
        Given.Week(Given.Ann with { Blackout = [Away(5, 5)] }, Given.FirstWeek),
        Given.Week(Given.Ann with { Days = Given.Days(thu: 40, sat: 40), Blackout = [Away(0, 2), Away(6, 6)] }, Given.OnRung(15) with { Runs = 2, Strength = 1 }),
        Given.Week(Given.Ann with { Days = Given.Days(mon: 40, wed: 40), LongestRunDay = IsoDayOfWeek.Wednesday, Blackout = [Away(3, 6)] }, Given.OnRung(15) with { Runs = 2, Strength = 1 }),
        Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) }, Given.OnRung(15) with { Strength = 3 }),
        Given.Week(Given.Ann with { Days = Given.Days(thu: 60, sat: 60), Blackout = [Away(0, 2), Away(6, 6)] }, Given.OnRung(15) with { Runs = 2 }),
        Week(Given.Days(thu: 60, sat: 60), Given.WalkOnly with { Runs = 2 }, Away(0, 2), Away(4, 4), Away(6, 6)),

        // Strength.
        Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45), Blackout = [Away(0, 0), Away(2, 2)] }, Given.OnRung(15) with { Strength = 3 }),
        Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45), Blackout = [Away(0, 0), Away(2, 2), Away(6, 6)] }, Given.OnRung(15)),
        Given.Week(Given.Ann with { Days = Given.Days(tue: 20), Blackout = [Away(0, 0), Away(2, 6)] }, Given.OnRung(15)),
        Revised(),

        // Ground.
        Given.Week(Given.Ann with { RunsPerWeek = 4 }, Four),
    ];

    /// <summary>Friday: two strength sessions of three are behind, and there is no day for the last.</summary>
    private static PlannedWeek Revised()
    {
        var prescription = Given.OnRung(15) with { Strength = 3 };
        var profile = Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) };
        var week = Given.Week(profile, prescription);
        var facts = Given.Facts(profile with { Blackout = [Away(4, 4), Away(6, 6)] }) with { FirstDay = Given.Monday.PlusDays(4) };
        return WeekBuilder.Build(facts, prescription with { FixedDays = [.. week.Days.Take(4)] }, Policy.Current, TestLibrary.Library);
    }

    private static PlannedWeek Week(Availability days, Prescription prescription, params BlackoutDays[] away) =>
        Given.Week(Given.Ann with { Days = days, LongestRunDay = null, Blackout = [.. away] }, prescription);

    private static BlackoutDays Away(int from, int to) => new(Given.Monday.PlusDays(from), Given.Monday.PlusDays(to));

    private static string Written(Reason reason) =>
        $"{reason.Code} | {reason.Text} | {string.Join(' ', reason.Evidence)} | {string.Join(", ", reason.Values.Select(v => $"{v.Key} {v.Value}"))}".TrimEnd(' ', '|');
}
