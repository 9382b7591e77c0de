using System.Collections.Immutable;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Views;

/// <summary>Quotes back what was not understood and asks for it, once.</summary>
internal static class AskWriter
{
    /// <summary>Quotes of one mail; a letter that nothing was read from is not repeated whole.</summary>
    private const int MostQuotes = 3;

    public static AskView? Write(AnswerOutcome outcome)
    {
        var reading = outcome.Reading;
        if (reading.Questions.IsEmpty && reading.Unread.IsEmpty)
        {
            return null;
        }

        ImmutableArray<string> quoted = [.. reading.Unread.Take(MostQuotes).Select(words => $"“{words}”")];
        return outcome.MayAsk
            ? new("One thing we are not sure of", quoted, [.. Open(reading.Questions).Select(Ask)])
            : new("What we could not use", quoted, ["It changes nothing. Other words, with a number or a day in them, are always welcome."]);
    }

    /// <summary>Where nothing was read but a score is missing, the score is all we need.</summary>
    private static IEnumerable<ReplyQuestion> Open(ImmutableArray<ReplyQuestion> questions) =>
        questions.Contains(ReplyQuestion.Score) ? questions.Remove(ReplyQuestion.Unclear) : questions;

    private static string Ask(ReplyQuestion question) => question switch
    {
        ReplyQuestion.Score => "How was your back at its worst? One number from 0 (no pain) to 10 is enough.",
        ReplyQuestion.OutOfRange => "Our scale ends at 10. Which number from 0 to 10 was it?",
        ReplyQuestion.WhichMeaning => "Two numbers can mean two things. Write \"2, 3 runs\" for a 2 and three runs, or name the days: \"Tue 2, Thu 3\".",
        _ => "We could not read this. If it matters for your plan, say it in other words, best with a number or a day. If not, leave it.",
    };
}
