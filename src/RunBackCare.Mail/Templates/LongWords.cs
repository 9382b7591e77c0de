using System.Text;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// Lets a word that is no word, such as a name of a hundred letters, break at the edge of a phone: marks of no width, which every
/// client knows. What styles could do here, half of them drop.
/// </summary>
internal static class LongWords
{
    /// <summary>Longer than any word that people write.</summary>
    private const int Longest = 32;

    private const int Piece = 16;

    private const char Break = '\u200b';

    /// <summary>From here on letters combine, or break by themselves.</summary>
    private const char Combining = '\u0300';

    public static string Breakable(string line)
    {
        if (line.Length <= Longest || !HasLongWord(line))
        {
            return line;
        }

        var broken = new StringBuilder(line.Length + (line.Length / Piece));
        var since = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (since >= Piece && line[i] < Combining && line[i - 1] < Combining && line[i] != ' ')
            {
                broken.Append(Break);
                since = 0;
            }

            broken.Append(line[i]);
            since = line[i] == ' ' ? 0 : since + 1;
        }

        return broken.ToString();
    }

    private static bool HasLongWord(ReadOnlySpan<char> line)
    {
        while (line.IndexOf(' ') is var blank and >= 0)
        {
            if (blank > Longest)
            {
                return true;
            }

            line = line[(blank + 1)..];
        }

        return line.Length > Longest;
    }
}
