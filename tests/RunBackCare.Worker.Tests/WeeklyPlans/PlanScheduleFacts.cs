using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

public sealed class PlanScheduleFacts
{
    private static readonly SendSlot SundayAtFive = new(IsoDayOfWeek.Sunday, new(17, 0), DateTimeZone.Utc);
    private static readonly LocalDate ThisMonday = new(2026, 11, 30);
    private static readonly LocalDate NextMonday = new(2026, 12, 7);

    [Theory]
    [InlineData("Monday before noon: from today", "2026-11-30T11:59", "2026-11-30")]
    [InlineData("Monday afternoon: from tomorrow", "2026-11-30T12:01", "2026-12-01")]
    [InlineData("Friday before noon: three days are enough", "2026-12-04T11:00", "2026-12-04")]
    [InlineData("Thursday evening: three days are enough", "2026-12-03T22:00", "2026-12-04")]
    public void A_week_that_has_begun_is_planned_at_once_from_its_first_day_left(string why, string now, string firstDay)
    {
        var next = Next(SundayAtFive, now);

        Assert.Equal(new(ThisMonday, At(firstDay + "T00:00").InUtc().Date, At(now)), next);
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData("2026-12-04T12:01")]
    [InlineData("2026-12-05T08:00")]
    [InlineData("2026-12-06T16:59")]
    public void With_two_days_left_it_is_the_next_week_at_its_slot(string now) =>
        Assert.Equal(new(NextMonday, NextMonday, At("2026-12-06T17:00")), Next(SundayAtFive, now));

    [Fact]
    public void After_its_slot_a_week_is_planned_now() =>
        Assert.Equal(new(NextMonday, NextMonday, At("2026-12-06T19:30")), Next(SundayAtFive, "2026-12-06T19:30"));

    [Fact]
    public void A_slot_moved_behind_now_does_not_bring_a_second_week()
    {
        var saturday = SundayAtFive with { Day = IsoDayOfWeek.Saturday };

        Assert.Equal(new(NextMonday.PlusWeeks(1), NextMonday.PlusWeeks(1), At("2026-12-12T17:00")), Next(saturday, "2026-12-06T18:00", planned: [ThisMonday, NextMonday]));
    }

    [Fact]
    public void Weeks_inside_a_pause_are_passed_over()
    {
        var pause = new Pause(new(2026, 12, 4), new(2026, 12, 17), PauseCause.Asked);

        var next = Next(SundayAtFive, "2026-12-01T18:00", [pause], [ThisMonday]);

        // Friday the 18th to Sunday are three days.
        Assert.Equal(new(new(2026, 12, 14), new(2026, 12, 18), At("2026-12-13T17:00")), next);
    }

    [Fact]
    public void A_pause_without_an_end_leaves_nothing_to_plan() =>
        Assert.Null(Next(SundayAtFive, "2026-12-01T18:00", [new(new(2026, 12, 2), null, PauseCause.Asked)], [ThisMonday]));

    [Fact]
    public void A_pause_that_begins_later_leaves_the_weeks_before_it() =>
        Assert.Equal(NextMonday, Next(SundayAtFive, "2026-12-01T18:00", [new(new(2026, 12, 12), null, PauseCause.Asked)], [ThisMonday])?.Starts);

    [Fact]
    public void A_mail_grows_stale_three_days_after_its_first_day_began()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        Assert.Equal(Instant.FromUtc(2026, 12, 2, 23, 0), PlanSchedule.StaleAt(ThisMonday, berlin));
        Assert.Equal(Instant.FromUtc(2026, 12, 5, 23, 0), PlanSchedule.StaleAt(ThisMonday.PlusDays(3), berlin));
    }

    [Theory]
    [InlineData(SubscriberState.Active, null, true)]
    [InlineData(SubscriberState.Paused, null, true)]
    [InlineData(SubscriberState.Held, SafetyLevel.B, true)]
    [InlineData(SubscriberState.Held, SafetyLevel.A, false)]
    [InlineData(SubscriberState.Held, SafetyLevel.C, false)]
    [InlineData(SubscriberState.Pending, null, false)]
    [InlineData(SubscriberState.Left, null, false)]
    [InlineData(SubscriberState.Suppressed, null, false)]
    public void Only_who_gets_weeks_has_a_next_one(object state, SafetyLevel? hold, bool scheduled)
    {
        var someone = People.Someone((SubscriberState)state, due: At("2026-12-01T00:00"));
        someone.HoldLevel = hold;

        PlanSchedule.Reschedule(someone, [], new HashSet<LocalDate>(), At("2026-12-02T09:00"));

        Assert.Equal(scheduled ? At("2026-12-02T09:00") : null, someone.NextPlanAt);
    }

    [Theory]
    [InlineData("2026-12-07T12:03", "2026-12-07")]
    [InlineData("2026-12-07T13:01", "2026-12-08")]
    [InlineData("2026-12-09T13:01", "2026-12-10")]
    public void A_job_some_minutes_late_takes_no_day_off_a_plan(string now, string firstDay)
    {
        var someone = People.Someone(due: At("2026-12-07T12:00"), zone: "UTC", sendDay: IsoDayOfWeek.Monday, sendAt: new(12, 0));

        Assert.Equal(At(firstDay + "T00:00").InUtc().Date, new PlannedPerson(someone, [], []).Due(At(now))?.FirstDay);
    }

    private static NextWeek? Next(SendSlot slot, string now, ImmutableArray<Pause>? pauses = null, ImmutableArray<LocalDate>? planned = null) =>
        PlanSchedule.Next(slot, pauses ?? [], (planned ?? []).ToHashSet(), At(now));

    private static Instant At(string utc) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(utc).Value.InUtc().ToInstant();
}
