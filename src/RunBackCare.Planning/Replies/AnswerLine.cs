using NodaTime;

namespace RunBackCare.Planning.Replies;

/// <summary>A line that is an answer by itself, wherever it stands.</summary>
public static class AnswerLine
{
    /// <summary>Of nobody, on a Sunday, when every weekday has been.</summary>
    private static readonly ReplyContext Nobody = new() { Written = new(2026, 1, 4, 20, 0) };

    /// <summary>Whether it tells a score, a session of a day it names or calls done, or a word that acts; and nothing in it that would have to be asked.</summary>
    public static bool Is(string line)
    {
        var reading = ReplyReader.Read(line, Nobody);
        return reading.Unread.IsEmpty
            && (!reading.Reports.IsEmpty
                || (!reading.Sessions.IsEmpty && NamesWhat(line))
                || reading.Commands.Any(c => c.Kind is CommandKind.Stop or CommandKind.Undo or CommandKind.Pause or CommandKind.Resume or CommandKind.Cleared or CommandKind.Delete or CommandKind.Export));
    }

    /// <summary>"5k in 24:10" may be anything; "ran 5k on Tuesday" is a session.</summary>
    private static bool NamesWhat(string line) => new Tokenizer(English.Language).Read(line).Exists(t =>
        t.Meaning is Meaning.Weekday or Meaning.DaysAgo or Meaning.AllDone or Meaning.NotAll or Meaning.Done or Meaning.Skipped or Meaning.RanTimes);
}
