using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Progression;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests.History;

/// <summary>
/// What became of each session of a week with runs on Tuesday, Thursday and Saturday (10, 12 and 15 min), from what was said of it:
/// d done, s swapped, m missed, u unknown, n not over, with the minutes of running that count.
/// </summary>
public sealed class WeekLogTests
{
    private static readonly LocalDate Monday = Runner.FirstMonday;
    private static readonly LocalDate Over = Monday.PlusDays(7);

    [Fact]
    public void Of_a_week_nobody_spoke_of_nothing_is_known() => Assert.Equal("tue u10 thu u12 sat u15", Became());

    [Theory]
    [InlineData(3, "tue d10 thu d12 sat d15")]
    [InlineData(2, "tue d10 thu d12 sat m15")]
    [InlineData(1, "tue d10 thu m12 sat m15")]
    [InlineData(0, "tue m10 thu m12 sat m15")]
    [InlineData(5, "tue d10 thu d12 sat d15")]
    public void So_many_runs_are_the_earliest_and_no_longer_than_the_shortest(int runs, string became) => Assert.Equal(became, Became(new SessionLog.RunsDone(runs) { Week = Monday, Answered = Sunday }));

    [Fact]
    public void Runs_are_counted_up_to_the_day_of_writing()
    {
        var thursday = Monday.PlusDays(3).At(new LocalTime(20, 0));
        Assert.Equal("tue d10 thu m12 sat n15", Became(today: Monday.PlusDays(4), logs: new SessionLog.RunsDone(1) { Week = Monday, Answered = thursday }));
        Assert.Equal("tue m10 thu m12 sat d15", Became(new SessionLog.RunsDone(0) { Week = Monday, Answered = thursday }));
    }

    [Fact]
    public void The_days_that_are_not_over_are_open_and_today_is_one() => Assert.Equal("tue d10 thu n12 sat n15", Became(today: Monday.PlusDays(3), logs: Done(1, LoggedKind.Run)));

    [Fact]
    public void Minutes_that_were_said_cap_a_run_and_never_lengthen_it()
    {
        Assert.Equal("tue d8 thu d12 sat d15", Became(Done(1, LoggedKind.Run, minutes: 8)));
        Assert.Equal("tue d10 thu d12 sat d15", Became(Done(1, LoggedKind.Run, minutes: 80)));
    }

    [Fact]
    public void A_walk_or_a_swap_in_place_of_a_run_is_no_run()
    {
        Assert.Equal("tue s10 thu s12 sat d15", Became(Done(1, LoggedKind.Walk), Done(3, LoggedKind.Swap)));
        Assert.Equal("tue d10 thu d12 sat d15", Became(Done(1, LoggedKind.Strength)));
    }

    [Fact]
    public void The_last_word_about_a_day_counts()
    {
        Assert.Equal("tue m10 thu d12 sat d15", Became(Done(1, LoggedKind.Run), Skipped(1)));
        Assert.Equal("tue d10 thu d12 sat d15", Became(Skipped(1), Done(1, LoggedKind.Run)));
    }

    [Fact]
    public void A_run_of_another_day_is_done_and_its_length_not_known()
    {
        Assert.Equal("tue d10 thu d12 sat d15 sun d0", Became(Done(6, LoggedKind.Run, minutes: 25)));
        var log = Log([Done(6, LoggedKind.Walk, minutes: 25), Done(4, LoggedKind.Walk)]);
        Assert.Equal([25, 0], log.Training.Where(t => !t.Planned).Select(t => t.Minutes));
        Assert.All(log.Training.Where(t => !t.Planned), t => Assert.False(t.Run));
        Assert.Equal((3, 3), (log.Planned, log.Done));
    }

    [Fact]
    public void Who_is_ill_misses_from_that_day_on_the_earliest_that_was_told()
    {
        Assert.Equal("tue d10 thu m12 sat m15", Became(Ill(3)));
        Assert.Equal("tue d10 thu d12 sat m15", Became(Ill(4)));
        Assert.Equal("tue d10 thu m12 sat m15", Became(Ill(3), Ill(5)));
        Assert.Equal("tue d10 thu m12 sat m15", Became(Ill(5), Ill(3)));
        Assert.Equal("tue d10 thu d12 sat m15", Became(Ill(3), Done(3, LoggedKind.Run)));
    }

    [Theory]
    [InlineData(3, 4, "tue d10 thu m12 sat d15")]
    [InlineData(2, 3, "tue d10 thu m12 sat d15")]
    [InlineData(4, 5, "tue d10 thu d12 sat m15")]
    [InlineData(4, null, "tue d10 thu d12 sat m15")]
    [InlineData(4, 4, "tue d10 thu d12 sat d15")]
    public void A_pause_leaves_its_days_undone_both_ends_included(int from, int? to, string became)
    {
        ImmutableArray<Pause> pauses = [new(Monday.PlusDays(from), to is { } day ? Monday.PlusDays(day) : null, PauseCause.Asked)];
        Assert.Equal(became, Written(Log([new SessionLog.AllDone { Week = Monday, Answered = Sunday }], pauses: pauses)));
    }

    [Fact]
    public void Walks_and_runs_of_a_changed_week_stand_in_their_order() =>
        Assert.Equal("tue d10 thu d0 sat d15", Written(Log([new SessionLog.AllDone { Week = Monday, Answered = Sunday }], Plan with { Runs = [Plan.Runs[0], Plan.Runs[2]], Walks = [new(Monday.PlusDays(3), 30)] })));

    [Fact]
    public void A_score_of_a_run_tells_that_it_was_run() =>
        Assert.Equal("tue d10 thu d12 sat d15", Written(Log([Ill(1)], reports: [.. new[] { 1, 3, 5 }.Select(d => new PainReport(Monday, Monday.PlusDays(d), ReportTime.Run, PainSite.Back, new(1), Sunday))])));

    [Fact]
    public void A_changed_stride_is_of_its_day_else_of_the_day_of_writing()
    {
        Assert.Equal(Monday.PlusDays(3), Log([new SessionLog.ChangedStride(Monday.PlusDays(3)) { Week = Monday, Answered = Sunday }]).ChangedStride);
        Assert.Equal(Sunday.Date, Log([new SessionLog.ChangedStride(null) { Week = Monday, Answered = Sunday }]).ChangedStride);
    }

    [Fact]
    public void What_is_not_over_is_neither_planned_nor_done()
    {
        var log = Log([Done(1, LoggedKind.Run)], today: Monday.PlusDays(3));
        Assert.Equal((1, 1), (log.Planned, log.Done));
        Assert.Equal((3, 2), Log([Skipped(3)]) is var all ? (all.Planned, all.Done) : default);
    }

    private static LocalDateTime Sunday => Monday.PlusDays(6).At(new LocalTime(18, 0));

    private static PastWeek Plan { get; } = Given.LastWeek with
    {
        Starts = Monday,
        FirstDay = Monday,
        Runs = [new(Monday.PlusDays(1), 600, 30, Surface.Road, false, false), new(Monday.PlusDays(3), 720, 30, Surface.Road, false, false), new(Monday.PlusDays(5), 900, 30, Surface.Road, true, false)],
    };

    private static SessionLog Done(int day, LoggedKind kind, decimal? minutes = null) => new SessionLog.OnDay(Monday.PlusDays(day), kind, Done: true, minutes) { Week = Monday, Answered = Sunday };

    private static SessionLog Skipped(int day) => new SessionLog.OnDay(Monday.PlusDays(day), LoggedKind.Run, Done: false) { Week = Monday, Answered = Sunday };

    private static SessionLog Ill(int day) => new SessionLog.IllSince(Monday.PlusDays(day)) { Week = Monday, Answered = Sunday };

    private static string Became(params SessionLog[] logs) => Written(Log(logs));

    private static string Became(LocalDate today, params SessionLog[] logs) => Written(Log(logs, today: today));

    private static WeekLog Log(SessionLog[] logs, PastWeek? plan = null, LocalDate? today = null, ImmutableArray<Pause>? pauses = null, PainReport[]? reports = null) =>
        WeekLog.Of(plan ?? Plan, reports ?? [], logs, new PainDays(reports ?? []), pauses ?? [], today ?? Over, Policy.Current);

    private static string Written(WeekLog log) =>
        string.Join(' ', log.Training.Select(t => $"{$"{t.Day.DayOfWeek}"[..3].ToLowerInvariant()} {$"{t.Outcome}"[..1].ToLowerInvariant()}{t.RunSeconds / 60}"));
}
