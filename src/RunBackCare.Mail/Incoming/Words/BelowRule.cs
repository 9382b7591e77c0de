using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>
/// What stands below a drawn line: a signature, or the answer that somebody set off from their greeting. It is theirs where it opens with an answer and
/// holds no number that is none; where only some of it could be one, it is asked about.
/// </summary>
internal static class BelowRule
{
    /// <summary>An answer is short; what is longer is a text of somebody's.</summary>
    public const int MostLines = 14;

    /// <param name="lines">Without blank ones.</param>
    public static (bool IsAnswer, IReadOnlyList<string> Unsure) Of(IReadOnlyList<string> lines)
    {
        if (lines.Count is 0 or > MostLines)
        {
            return (false, []);
        }

        var answers = lines.Where(AnswerLine.Is).ToList();
        var isAnswer = answers.Count > 0 && answers[0] == lines[0] && lines.All(line => answers.Contains(line) || !(line.Any(char.IsDigit) || IsContact(line)));
        return (isAnswer, isAnswer ? [] : answers);
    }

    private static bool IsContact(string line) => line.Contains('@', StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase) || line.Contains("://", StringComparison.Ordinal);
}
