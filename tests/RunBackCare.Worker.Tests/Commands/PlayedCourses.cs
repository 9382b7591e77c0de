using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Tests.Commands;

/// <summary>The courses of the training rules once more, through words, reader, planner and revisions together.</summary>
public sealed class PlayedCourses
{
    private static readonly LocalDate First = new(2026, 11, 30);
    private static readonly Planner Planner = new(Policy.Current, LibraryReader.Read(Repository.Content).Require());

    private const string Steady = "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1";
    private const string SteadyRungs = "1 2 3 4 3 5 6 7 6 8 9 10 9 11 12 13 12 14 15";

    [Theory]
    [InlineData(1, Steady, SteadyRungs)]
    [InlineData(1, "1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2", SteadyRungs)]
    [InlineData(4, "4 4 3 4 4 5 4 4 3 4 4 5 4 4 3 4", "1 1 2 2 3 3 4 3 5 5 6 5 7 7 8 7 9")]
    [InlineData(1, "1 1 1 1 1 1 1 1 7 4 3 2 1 1 1 1 1 1", "1 2 3 4 3 5 6 7 6 W W W 4 4 5 6 7 6 8")]
    [InlineData(1, "1 1 1 1 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3", "1 2 3 4 3 3 3 3 3 3 3 3 4 4 5 4 6 6 7 6")]
    [InlineData(1, "1 1 1 1 7 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3", "1 2 3 4 3 W W W W W W W 1 1 2 2 3 3 4 3 5")]
    public void Answered_on_Sunday_before_the_mail(int usual, string answers, string rungs) => Assert.Equal(rungs, Played(usual, answers, new(12, 0)));

    [Fact]
    public void Answered_on_Sunday_evening_after_the_mail_the_week_is_decided_again_and_comes_out_the_same() =>
        Assert.Equal(SteadyRungs, Played(1, Steady, new(20, 0)));

    [Fact]
    public void A_red_score_after_the_mail_turns_the_week_that_was_already_sent_into_walks()
    {
        var weeks = Play(1, ["2026-12-06T20:00 7"], 2);

        Assert.Equal(("WalkOnly", 2), ($"{weeks[1].Decision}", weeks[1].Revision));
    }

    [Fact]
    public void A_score_of_each_week_softens_the_rest_of_the_running_one_as_a_written_reply_does()
    {
        var person = Runner(usual: 1) with { SendDay = IsoDayOfWeek.Thursday };
        var (replies, _) = PreviewReply.Read(["2026-12-02T20:00 7, all done"]);

        var weeks = PreviewCourse.Play(Planner, person, First, weeks: 2, new PreviewAnswers.Weekly(_ => 7));

        var running = weeks[0];
        Assert.Equal(("WalkOnly", 2, true), ($"{running.Decision}", running.Revision, running.Acute));
        Assert.DoesNotContain(running.Days.Where(d => d.Date > new LocalDate(2026, 12, 2)).SelectMany(d => d.Sessions), s => s is Session.Run);
        Assert.Equal(
            PlanJson.Write(PreviewCourse.Play(Planner, person, First, weeks: 2, new PreviewAnswers.Written(replies))),
            PlanJson.Write(weeks));
    }

    [Fact]
    public void A_usual_score_of_each_week_leaves_the_running_one_as_it_was() =>
        Assert.Equal(1, PreviewCourse.Play(Planner, Runner(usual: 1) with { SendDay = IsoDayOfWeek.Thursday }, First, weeks: 2, new PreviewAnswers.Weekly(_ => 1))[0].Revision);

    [Fact]
    public void Undo_takes_back_what_a_slip_of_the_finger_did()
    {
        var untouched = Play(1, ["2026-12-06T12:00 1"], 2);

        var weeks = Play(1, ["2026-12-06T12:00 1", "2026-12-06T18:00 7", "2026-12-06T18:05 undo"], 2);

        Assert.Equal((untouched[1].Decision, untouched[1].Rung), (weeks[1].Decision, weeks[1].Rung));
    }

    [Fact]
    public void A_pause_leaves_weeks_without_days_and_says_so()
    {
        var weeks = Play(1, ["2026-12-06T12:00 1", "2026-12-06T12:01 PAUSE 2 WEEKS"], 4);

        Assert.Equal([false, true, true, false], weeks.Select(w => w.Paused));
        Assert.Empty(weeks[1].Days);
    }

    [Fact]
    public void An_emergency_sign_stops_everything()
    {
        var weeks = Play(1, ["2026-12-06T12:00 1, numb between my legs since Tuesday"], 2);

        Assert.Equal("Emergency", $"{weeks[1].Decision}");
        Assert.Empty(weeks[1].Days);
    }

    [Theory]
    [InlineData("1, numb between my legs since Tuesday", "Emergency 0")]
    [InlineData("1, I am pregnant", "Hold 0")]
    [InlineData("2, fever and chills", "Urgent 0")]
    public void CLEARED_ends_a_hold_and_walking_leads_back(string words, string held)
    {
        var weeks = Play(1, ["2026-12-06T12:00 1", "2026-12-13T12:00 1", $"2026-12-20T12:00 {words}", "2026-12-26T12:00 CLEARED", "2027-01-03T12:00 1", "2027-01-10T12:00 1"], 7);

        Assert.Equal(["WalkOnly 0", "Hold 1"], weeks.Skip(4).Take(2).Select(w => $"{w.Decision} {w.Rung}"));
        var holding = Play(1, ["2026-12-06T12:00 1", "2026-12-13T12:00 1", $"2026-12-20T12:00 {words}"], 4)[3];
        Assert.Equal(held, $"{holding.Decision} {holding.Rung}");
    }

    [Fact]
    public void UNDO_withdraws_what_was_said_and_never_the_hold()
    {
        var weeks = Play(1, ["2026-12-06T12:00 1, numb between my legs", "2026-12-06T12:05 UNDO"], 3);

        Assert.Equal(["Emergency", "Emergency"], weeks.Skip(1).Select(w => $"{w.Decision}"));
    }

    [Fact]
    public void A_line_without_a_moment_is_named()
    {
        var (replies, faults) = PreviewReply.Read(["# Ann", "2026-12-06T20:00 2, all done", "", "yesterday 3"]);

        Assert.Equal("2, all done", Assert.Single(replies).Words);
        Assert.StartsWith("line 4: \"yesterday\" is not a local moment", Assert.Single(faults), StringComparison.Ordinal);
    }

    private static string Played(int usual, string answers, LocalTime at)
    {
        var scores = answers.Split(' ');
        var lines = scores.Select((score, week) => string.Create(CultureInfo.InvariantCulture, $"{First.PlusDays((week * 7) + 6):uuuu-MM-dd}T{at:HH:mm} {score}")).ToList();
        return string.Join(' ', Play(usual, lines, scores.Length + 1).Select(w => $"{w.Decision}" == "WalkOnly" ? "W" : $"{w.Rung}"));
    }

    private static ImmutableArray<PlannedWeek> Play(int usual, IReadOnlyList<string> lines, int weeks)
    {
        var (replies, faults) = PreviewReply.Read(lines);
        Assert.Empty(faults);
        return PreviewCourse.Play(Planner, Runner(usual), First, weeks, new PreviewAnswers.Written(replies));
    }

    private static SubscriberDraft Runner(int usual) => new()
    {
        Line = 1,
        Address = "ann@example.org",
        Name = "Ann",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        SendDay = IsoDayOfWeek.Sunday,
        SendAt = new(17, 0),
        Profile = new()
        {
            Experience = Experience.Walks,
            Days = new([0, 60, 0, 60, 0, 60, 0]),
            Surfaces = [Surface.Grass, Surface.Road],
            UsualSurface = Surface.Road,
            Back = new(usual, usual, null, Direction.Neither, true),
        },
    };
}
