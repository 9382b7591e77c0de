using CsCheck;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>What holds for any words whatever.</summary>
public sealed class ReadingProperties
{
    private static readonly string[] Parts =
    [
        "2", "3", "11", "0", "3/10", "2,3", "2.5", "3-4", "10k", "5 min", "20 min", "3 km", "Tue", "Wednesday", "Sun", "today", "yesterday", "this morning", "am", "pm", "next morning", "last week", "run", "ran", "back", "knee",
        "pain", "no pain", "all done", "done", "2 runs", "skipped", "swam 20", "ill", "since", "limped", "sleep 2", "fine", "except", "and", ",", ".", "\n", ":", "-", "was", "a", "after the run", "worst", "24 Nov", "31.02.", "7:30", "UNDO",
        "PAUSE 2 WEEKS", "banana", "L5/S1", "no", "not", "to", "or", "of", "three", "numb between my legs", "next", "tomorrow", "٣", "½", "0️⃣", "\ud83d", "99999999999999999999", "1.000.000", "0.", "..", "//", "2026-11-24", "2026-99-99",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 14].Select(parts => string.Join(' ', parts)),
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 14].Select(parts => string.Concat(parts)),
        Gen.String,
        Gen.Char['\0', '\uffff'].Array[0, 120].Select(letters => new string(letters)));

    private static readonly Gen<ReplyContext> Contexts =
        from hours in Gen.Int[0, 14 * 24]
        from planned in Gen.Bool
        from answered in Gen.Bool
        select Said.On(Said.Week.AtMidnight().PlusHours(hours), answered ? [Said.Week.PlusWeeks(-1)] : []) with { Weeks = planned ? [Said.Plan(Said.Week.PlusWeeks(-1)), Said.Plan(Said.Week)] : [] };

    [Fact]
    public void Any_words_give_a_reading_without_a_score_out_of_range_or_a_day_in_the_future() => Gen.Select(Words, Contexts).Sample((words, context) =>
    {
        var reading = ReplyReader.Read(words, context);
        Assert.All(reading.Reports, r => Assert.InRange(r.Score.Value, 0, 10));
        Assert.All(reading.Reports, r => Assert.True(r.Day is null || r.Day <= context.Today));
        Assert.All(reading.Reports, r => Assert.Equal(r.Day is null, r.When == ReportTime.Week));
        Assert.All(reading.Reports, r => Assert.True(r.Week <= context.Today && r.Week.DayOfWeek == IsoDayOfWeek.Monday && (r.Day is null || (r.Day >= r.Week && r.Day < r.Week.PlusWeeks(1)))));
        Assert.All(reading.Sessions, s => Assert.True(DayOf(s) is not { } day || day <= context.Today));
        Assert.Equal(Said.Short(reading), Said.Short(ReplyReader.Read(words, context)));
    }, iter: Samples.Of(usual: 20_000, full: 20_000));

    [Fact]
    public void Case_and_white_space_around_words_change_nothing() => Gen.Select(Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 10], Contexts).Sample((parts, context) =>
    {
        var words = string.Join(' ', parts);
        var reading = Meaningful(ReplyReader.Read(words, context));
        Assert.Equal(reading, Meaningful(ReplyReader.Read(words.ToUpperInvariant(), context)));
        Assert.Equal(reading, Meaningful(ReplyReader.Read($"\n\n  {string.Join("  ", parts)} \r\n\n", context)));
        Assert.Equal(reading, Meaningful(ReplyReader.Read(words.Replace(' ', '\u00a0'), context)));
    }, iter: Samples.Of(usual: 5_000, full: 5_000));

    [Theory]
    [InlineData("2, ")]
    [InlineData("Tue 3 and ")]
    [InlineData("2")]
    [InlineData("no back ")]
    [InlineData("a")]
    [InlineData("3 to ")]
    [InlineData("Tue 2\n")]
    public void Long_words_are_read_as_far_as_anybody_writes(string part) =>
        Assert.NotNull(ReplyReader.Read(string.Concat(Enumerable.Repeat(part, Samples.LongText / part.Length)), Said.On(Said.Sunday)));

    private static string Meaningful(Reading reading) => Said.Short(reading with { Unread = [] }) + string.Join(',', reading.Flags);

    private static LocalDate? DayOf(SessionLog log) => log switch
    {
        SessionLog.OnDay day => day.Day,
        SessionLog.ChangedStride stride => stride.Day,
        SessionLog.IllSince ill => ill.Day,
        SessionLog.MorningFine fine => fine.Day,
        _ => null,
    };
}
