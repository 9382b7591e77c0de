using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Pain.Symptoms;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>What stands around the reader: what it must know, what its reading does to the history, and how <c>inspect</c> prints it.</summary>
public sealed class AroundReadingTests
{
    private static readonly RunnerHistory Empty = RunnerHistory.Of(Said.Week.PlusWeeks(-3));

    [Theory]
    [InlineData("3", true)]
    [InlineData("Tue 3", true)]
    [InlineData("ran 5k on Tuesday", true)]
    [InlineData("ran 5k yesterday", true)]
    [InlineData("all done", true)]
    [InlineData("all done except Thursday", true)]
    [InlineData("Thursday not done", true)]
    [InlineData("skipped Thursday", true)]
    [InlineData("ran twice", true)]
    [InlineData("5k in 24:10", false)]
    [InlineData("swam 20", false)]
    [InlineData("STOP", true)]
    [InlineData("UNDO", true)]
    [InlineData("PAUSE 2 WEEKS", true)]
    [InlineData("RESUME", true)]
    [InlineData("CLEARED", true)]
    [InlineData("DELETE", true)]
    [InlineData("EXPORT", true)]
    [InlineData("HELP", false)]
    [InlineData("yes", false)]
    [InlineData("no", false)]
    [InlineData("Ann Berg", false)]
    [InlineData("11", false)] // asked about
    [InlineData("", false)]
    public void A_line_is_an_answer_by_itself_or_not(string line, bool answer) => Assert.Equal(answer, AnswerLine.Is(line));

    [Fact]
    public void An_answer_adds_its_scores_sessions_and_flags_and_no_flag_twice()
    {
        var flag = new SafetyFlag(Said.Sunday.Date, SafetyLevel.A, "bladder");
        var known = Empty with { Flags = [flag] };
        var history = After(known, "2, all done, I wet myself");
        Assert.Equal([2], history.Reports.Select(r => r.Score.Value));
        Assert.IsType<SessionLog.AllDone>(Assert.Single(history.Logs));
        Assert.Equal([flag], history.Flags);
    }

    [Fact]
    public void Undo_takes_back_the_last_answer_and_leaves_its_flag()
    {
        var history = After(After(Empty, "4, 2 runs", day: 5), "2, all done, I wet myself", day: 6);
        history = After(history, "UNDO", day: 7);
        Assert.Equal([4], history.Reports.Select(r => r.Score.Value));
        Assert.IsType<SessionLog.RunsDone>(Assert.Single(history.Logs));
        Assert.Single(history.Flags);
        Assert.Empty(After(Empty, "UNDO").Reports);
        Assert.Empty(After(After(Empty, "all done", day: 5), "UNDO", day: 6).Logs);
    }

    [Fact]
    public void Last_week_moves_the_last_bare_answer_and_nothing_that_was_named()
    {
        var history = After(After(Empty, "4", day: 5), "2, all done; 3 on Tuesday", day: 6);
        var moved = After(history, "LAST WEEK", day: 7);
        Assert.Equal([Said.Week, Said.Week.PlusWeeks(-1), Said.Week], moved.Reports.Select(r => r.Week));
        Assert.Equal([Said.Week.PlusWeeks(-1)], moved.Logs.Select(l => l.Week));
        Assert.Equal(history.Reports.Select(r => r.Week), After(moved, "THIS WEEK", day: 7).Reports.Select(r => r.Week));
        Assert.Equal(Said.Week, After(After(Empty, "skipped Tuesday", day: 5), "LAST WEEK", day: 6).Logs.Single().Week);
    }

    [Fact]
    public void Beside_an_answer_last_week_is_about_that_answer_alone()
    {
        var history = After(After(Empty, "4", day: 5), "LAST WEEK\n3", day: 6);
        Assert.Equal([Said.Week, Said.Week.PlusWeeks(-1)], history.Reports.Select(r => r.Week));
        var skipped = After(After(Empty, "4", day: 5), "LAST WEEK\nskipped Tuesday", day: 6);
        Assert.Equal(Said.Week, skipped.Reports.Single().Week);
    }

    [Theory]
    [InlineData(1, "PAUSE", 0, 6)] // on a Monday the week itself
    [InlineData(2, "PAUSE", 1, 13)] // else from today, and then a whole week
    [InlineData(7, "PAUSE 2 WEEKS", 6, 20)]
    public void A_pause_lasts_so_many_whole_weeks(int day, string words, int from, int to) =>
        Assert.Equal(new Pause(Said.Week.PlusDays(from), Said.Week.PlusDays(to), PauseCause.Asked), Assert.Single(After(Empty, words, day).Pauses));

    [Fact]
    public void Resume_ends_what_is_running_forgets_what_is_to_come_and_keeps_what_is_over()
    {
        var today = Said.Week.PlusDays(2);
        Pause Of(int from, int? to) => new(today.PlusDays(from), to is { } end ? today.PlusDays(end) : null, PauseCause.Asked);
        ImmutableArray<Pause> Resumed(params Pause[] pauses) => After(Empty with { Pauses = [.. pauses] }, "RESUME", day: 3).Pauses;
        Assert.Equal([Of(-9, -1)], Resumed(Of(-9, -1)));
        Assert.Equal([Of(-9, -1)], Resumed(Of(-9, 0)));
        Assert.Equal([Of(-9, -1)], Resumed(Of(-9, 5)));
        Assert.Equal([Of(-1, -1)], Resumed(Of(-1, null)));
        Assert.Empty(Resumed(Of(0, 5), Of(0, null), Of(3, 9)));
    }

    [Fact]
    public void The_newest_week_is_known_once()
    {
        var planned = Given.Week(Given.Ann, Given.OnRung(5)) with { Revision = 2 };
        PastWeek Kept(int revision, int weeks = 0) => Given.LastWeek with { Starts = planned.Starts.PlusWeeks(weeks), FirstDay = planned.Starts.PlusWeeks(weeks), Revision = revision };
        int[] Revisions(PlannedWeek? current, params PastWeek[] weeks) => [.. ReplyContext.Of(Empty with { Weeks = [.. weeks] }, current, Said.Sunday).Weeks.Select(w => w.Revision)];
        Assert.Equal([9, 2], Revisions(planned, Kept(9, -1)));
        Assert.Equal([9, 2], Revisions(planned, Kept(9, -1), Kept(1)));
        Assert.Equal([9, 2], Revisions(planned, Kept(9, -1), Kept(2)));
        Assert.Equal([9, 3], Revisions(planned, Kept(9, -1), Kept(3)));
        Assert.Equal([9], Revisions(null, Kept(9, -1)));
        Assert.True(ReplyContext.Of(Empty, planned, Said.Sunday).Weeks.Single().Delivered);
    }

    [Theory]
    [InlineData(1960, true)]
    [InlineData(1961, false)]
    [InlineData(null, false)]
    public void Over_65_is_older_than_that_in_the_year_of_writing(int? born, bool over) =>
        Assert.Equal(over, ReplyContext.Of(Empty, null, Said.Sunday, Given.Ann with { BirthYear = born }).Over65);

    [Fact]
    public void Weeks_with_a_score_are_answered() =>
        Assert.Equal([Said.Week], ReplyContext.Of(After(Empty, "Tue 3, Thu 2"), null, Said.Sunday).Answered);

    [Fact]
    public void Inspect_prints_each_kind_of_session()
    {
        var at = Said.Sunday;
        SessionLog[] logs =
        [
            new SessionLog.OnDay(at.Date, LoggedKind.Run, Done: true, Minutes: 20, Metres: 3000) { Week = Said.Week, Answered = at },
            new SessionLog.RunsDone(2) { Week = Said.Week, Answered = at },
            new SessionLog.RunsDone(0) { Week = Said.Week, Answered = at },
            new SessionLog.ChangedStride(at.Date) { Week = Said.Week, Answered = at },
            new SessionLog.IllSince(at.Date) { Week = Said.Week, Answered = at },
            new SessionLog.MorningFine(at.Date) { Week = Said.Week, Answered = at },
            new SessionLog.AllDone { Week = Said.Week, Answered = at },
            new SessionLog.Noticed(Symptom.BonePain, 7, "en") { Week = Said.Week, Answered = at },
        ];
        var form = ReadingForm.Of(new() { Week = Said.Week, Sessions = [.. logs] });
        Assert.Equal(
            [
                new(at.Date, true, 20, 3000, LoggedKind.Run, null, null),
                new(null, true, null, null, LoggedKind.Run, 2, "runs_done"),
                new(null, false, null, null, LoggedKind.Run, 0, "runs_done"),
                new(at.Date, true, null, null, null, null, "changed_stride"),
                new(at.Date, false, null, null, null, null, "ill"),
                new(at.Date, true, null, null, null, null, "morning_fine"),
                new SessionForm(null, true, null, null, null, null, "all_done"),
            ],
            form.Sessions);
        Assert.Equal([new SymptomForm(Symptom.BonePain, 7)], form.Noticed);
    }

    [Fact]
    public void Lines_that_are_asked_about_join_the_others_once_each_question()
    {
        var reading = Said.Read("Thursday was awful").AskingAbout(" one \n\n two \n");
        Assert.Equal(["Thursday was awful", "one", "two"], reading.Unread);
        Assert.Equal([ReplyQuestion.Score, ReplyQuestion.Unclear], reading.Questions);
        Assert.Same(reading, reading.AskingAbout(" \n "));
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData("all done", false)]
    [InlineData("HELP", false)]
    [InlineData("I wet myself", false)]
    [InlineData("sleep 2", false)]
    [InlineData("banana", true)]
    public void A_reading_is_empty_where_nothing_was_understood(string words, bool empty) => Assert.Equal(empty, Said.Read(words).IsEmpty);

    private static RunnerHistory After(RunnerHistory history, string words, int day = 7)
    {
        var context = Said.On(Said.At(day));
        return history.With(ReplyReader.Read(words, context), context);
    }
}
