using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>Which week and day an answer is about (training rules, section 3; runs on Tuesday, Thursday and Saturday).</summary>
public sealed class WhenTests
{
    private static readonly LocalDate Before = Said.Week.PlusWeeks(-1);

    [Theory]
    [InlineData(1, "last week back 2")]
    [InlineData(2, "last week back 2")]
    [InlineData(3, "this week back 2")]
    [InlineData(6, "this week back 2")]
    [InlineData(7, "this week back 2")]
    public void A_bare_answer_is_about_this_week_from_Wednesday_on(int day, string read) => Assert.Equal(read, Said.Short(Said.Read("2", Said.At(day))));

    [Theory]
    [InlineData(1, "last week back 2")]
    [InlineData(2, "tue run back 2")]
    [InlineData(3, "this week back 2")]
    public void Where_the_week_behind_is_answered_it_is_about_the_run_that_was_due(int day, string read) =>
        Assert.Equal(read, Said.Short(Said.Read("2", Said.At(day), Before)));

    [Theory]
    [InlineData("Tue 3", 2, "tue unknown back 3")]
    [InlineData("Tue 3", 1, "tue- unknown back 3")]
    [InlineData("Tue 3 Sat 1", 2, "tue- unknown back 3; sat- unknown back 1")]
    [InlineData("Sat 1", 1, "sat- unknown back 1")]
    [InlineData("Mon 1", 1, "mon unknown back 1")]
    [InlineData("last Sunday 2", 7, "sun- unknown back 2")]
    [InlineData("2,3,1,0,4,2,1", 3, "mon- unknown back 2; tue- unknown back 3; wed- unknown back 1; thu- unknown back 0; fri- unknown back 4; sat- unknown back 2; sun- unknown back 1")]
    public void Days_named_in_one_answer_are_of_one_week_and_none_is_in_the_future(string words, int day, string read) =>
        Assert.Equal(read, Said.Short(Said.Read(words, Said.At(day))));

    [Fact]
    public void Before_four_in_the_morning_it_is_still_yesterday()
    {
        Assert.Equal("sun unknown back 2", Said.Short(Said.Read("today 2", Said.Week.PlusDays(7).At(new(1, 0)))));
        Assert.Equal("this week back 2", Said.Short(Said.Read("2", Said.Week.PlusDays(7).At(new(1, 0)))));
        Assert.Equal("this week back 2", Said.Short(Said.Read("2", Said.Week.PlusDays(7).At(new(4, 0)))));
        Assert.Equal("sun unknown back 2", Said.Short(Said.Read("yesterday 2", Said.Week.PlusDays(7).At(new(4, 0)))));
    }

    [Fact]
    public void A_command_moves_the_answer()
    {
        Assert.Equal("last week back 2; last week", Said.Short(Said.Read("2\nLAST WEEK")));
        Assert.Equal("this week back 2; this week", Said.Short(Said.Read("2\nTHIS WEEK", Said.At(1))));
    }

    [Fact]
    public void Without_a_plan_behind_it_a_first_week_is_this_one()
    {
        var context = Said.On(Said.At(2)) with { Weeks = [Said.Plan(Said.Week)] };
        Assert.Equal("tue run back 2", Said.Short(ReplyReader.Read("2", context)));
        Assert.Equal("this week back 2", Said.Short(ReplyReader.Read("2", context with { Written = Said.At(1) })));
    }

    [Fact]
    public void Nothing_known_of_the_person_still_gives_a_reading() =>
        Assert.Equal("last week back 3", Said.Short(ReplyReader.Read("3", new() { Written = Said.At(2) })));

    [Fact]
    public void A_nine_is_a_safety_sign_too()
    {
        Assert.Equal([new(Said.Sunday.Date, SafetyLevel.B, "worst-pain")], Said.Read("9").Flags);
        Assert.Empty(Said.Read("8").Flags);
    }

    [Fact]
    public void Safety_words_are_read_beside_the_score()
    {
        var reading = Said.Read("numb between my legs since Tuesday, 2");
        Assert.Equal([new(Said.Sunday.Date, SafetyLevel.A, "saddle-numbness")], reading.Flags);
        Assert.Equal([2], reading.Reports.Select(r => r.Score.Value));
    }

    [Fact]
    public void A_reading_is_added_to_the_history()
    {
        var history = RunnerHistory.Of(Before) with { Weeks = [Said.Plan(Before), Said.Plan(Said.Week)] };
        var context = ReplyContext.Of(history, null, Said.Sunday);
        history = history.With(ReplyReader.Read("2, all done", context), context);
        Assert.Equal([new PainReport(Said.Week, null, ReportTime.Week, PainSite.Back, new(2), Said.Sunday)], history.Reports);
        Assert.Equal([new SessionLog.AllDone { Week = Said.Week, Answered = Said.Sunday }], history.Logs);

        var moved = context with { Written = Said.Sunday.PlusMinutes(5) };
        Assert.Equal(Before, history.With(ReplyReader.Read("LAST WEEK", moved), moved).Reports[0].Week);
        Assert.Empty(history.With(ReplyReader.Read("UNDO", moved), moved).Reports);
        Assert.Equal([new Pause(Said.Sunday.Date, Said.Week.PlusDays(20), PauseCause.Asked)], history.With(ReplyReader.Read("PAUSE 2 WEEKS", moved), moved).Pauses);
    }

    [Fact]
    public void Inspect_prints_it_as_promised() => Assert.Equal(
        """{"reports":[{"day":"2026-11-24","when":"run","site":"back","score":3}],"sessions":[{"day":"2026-11-24","done":true,"minutes":20,"metres":null,"kind":"run","runs":null,"said":null}],"commands":["undo"],"flags":[],"unread":[],"sleep":null,"noticed":[]}""",
        PlanJson.Write(ReadingForm.Of(Said.Read("ran 20 min on Tuesday, 3\nUNDO"))));
}
