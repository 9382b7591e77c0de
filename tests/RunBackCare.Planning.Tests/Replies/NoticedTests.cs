using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Symptoms;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>What is told in words beside the scores, and should be looked at without hurry.</summary>
public sealed class NoticedTests
{
    [Theory]
    [InlineData("2, all done. Tingling in my foot all week", "this week back 2; all done; Numbness for 7")]
    [InlineData("2\nmy shin hurts when I hop", "this week back 2; BonePain for 0")]
    [InlineData("Tingling in my foot again", "Numbness for 0; Score?")]
    [InlineData("stiff for an hour every morning until I move, ibuprofen helps, 3", "this week back 3; BetterMoving for 0; BetterWithTablets for 0")]
    [InlineData("2, no tingling", "this week back 2")]
    public void It_is_read_beside_the_rest(string words, string reading) => Assert.Equal(reading, Said.Short(Said.Read(words)));

    [Fact]
    public void What_was_understood_is_not_asked_again() => Assert.Empty(Said.Read("Tingling in my foot all week").Unread);

    [Fact]
    public void A_number_that_was_not_understood_is_asked_all_the_same() => Assert.NotEmpty(Said.Read("tingling in my foot, 2,3").Questions);

    [Fact]
    public void A_safety_sign_in_the_same_words_stays_one()
    {
        var reading = Said.Read("pins and needles in my foot for two weeks and numb between my legs");
        Assert.Contains(reading.Flags, f => f.Phrase == "saddle-numbness");
        Assert.Contains(reading.Sessions, s => s is SessionLog.Noticed { Symptom: Symptom.Numbness, Days: 14 });
    }

    [Fact]
    public void The_history_keeps_it_and_UNDO_takes_it_back()
    {
        var context = Said.On(Said.Sunday);
        var history = RunnerHistory.Of(Said.Week).With(ReplyReader.Read("2, tingling in my foot", context), context);
        var noticed = Assert.IsType<SessionLog.Noticed>(Assert.Single(history.Logs));
        Assert.Equal((Symptom.Numbness, SymptomScreen.Version, Said.Sunday), (noticed.Symptom, noticed.Words, noticed.Answered));
        Assert.Equal(history.Logs, PlanJson.Read<RunnerHistory>(PlanJson.Write(history)).Logs);
        Assert.Empty(history.With(ReplyReader.Read("UNDO", context), context).Logs);
    }

    [Fact]
    public void Inspect_prints_it_apart_from_the_sessions()
    {
        var form = ReadingForm.Of(Said.Read("2, tingling in my foot all week"));
        Assert.Empty(form.Sessions);
        Assert.Equal([new SymptomForm(Symptom.Numbness, 7)], form.Noticed);
    }
}
