using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>The line at the head of our mails, and of many others, above which people answer.</summary>
internal static partial class ReplyAbove
{
    public static bool Is(string line) => line.Length < 200 && Line.IsMatch(line);

    [GeneratedRegex(@"^\W*(please )?(type|write|enter|add)?\s*(your )?(reply|answer|respond|response|comment)s?\s+(is |goes |by |to this email )?(typed )?above\s+(this|the)\s+(line|message|email|dotted line)\W*|reply above this line", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Line { get; }
}
