using System.Text;

namespace RunBackCare.Mail.Calendars;

/// <summary>
/// Folds a calendar's lines as RFC 5545, 3.1, asks: no longer than 75 bytes, and never inside a character. The library cuts between the two
/// halves of an emoji, which then reads as two question marks.
/// </summary>
internal static class Folding
{
    private const int MostBytes = 75;

    private const string Fold = "\r\n ";

    public static string Of(string folded)
    {
        var text = new StringBuilder(folded.Length + 64);
        var bytes = 0;
        foreach (var rune in folded.Replace(Fold, "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n')
            {
                bytes = 0;
            }
            else if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                text.Append(Fold);
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Value is '\r' or '\n' ? 0 : rune.Utf8SequenceLength;
        }

        return text.ToString();
    }
}
