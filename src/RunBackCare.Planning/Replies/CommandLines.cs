using System.Globalization;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Replies;

/// <summary>Commands stand on a line of their own; in a sentence the same words are just words.</summary>
internal static class CommandLines
{
    private const int LongestLine = 60;

    public static ReplyCommand? Read(string line, Language language)
    {
        if (line.Length > LongestLine)
        {
            return null;
        }

        var words = Words(line);
        if (words is [.., "please" or "thanks"])
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words is ["please", ..])
        {
            words.RemoveAt(0);
        }

        if (language.Command(string.Join(' ', words)) is { } kind)
        {
            return new(kind);
        }

        return Pause(words, language);
    }

    /// <summary>"PAUSE 2 WEEKS", "pause for a week", "pause two weeks".</summary>
    private static ReplyCommand? Pause(List<string> words, Language language)
    {
        if (words is not [.. var head, var number, "week" or "weeks"])
        {
            return null;
        }

        if (head is [.., "for"])
        {
            head = head[..^1];
        }

        int? weeks = number is "a" or "one" ? 1
            : int.TryParse(number, NumberStyles.None, NumberFormatInfo.InvariantInfo, out var digits) ? digits
            : language.TryFind(number, out var sense) && sense.Meaning == Meaning.Number ? sense.Value
            : null;
        return language.Command(string.Join(' ', head)) == CommandKind.Pause && weeks is >= 1 and <= ReplyGrammar.LongestPauseWeeks ? new(CommandKind.Pause, weeks) : null;
    }

    private static List<string> Words(string line) =>
        [.. new string([.. PlainText.Of(line).Where(c => c is not ('\'' or '"' or '*')).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
