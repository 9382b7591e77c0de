using System.Text;

namespace RunBackCare.Mail.Templates;

/// <summary>Gives rendered templates their last shape, so that templates need not count columns or blank lines.</summary>
internal static class TextLayout
{
    /// <summary>Widest line of a text part. Room is left for the two characters that each level of quoting adds.</summary>
    public const int Columns = 76;

    /// <summary>A blank at which no line breaks.</summary>
    private const char Tie = '\u00a0';

    /// <summary>
    /// Breaks long lines at blanks, but not between a number and its unit, keeps a line's own indentation (and hangs the rest of a list item under its words), and leaves
    /// one blank line where a template left several. A word longer than a line, such as an address, stays whole.
    /// </summary>
    public static string Text(string rendered)
    {
        var text = new StringBuilder(rendered.Length + 256);
        var blanks = 0;
        foreach (var raw in rendered.AsSpan().EnumerateLines())
        {
            var line = raw.TrimEnd();
            if (line.IsEmpty)
            {
                blanks++;
                continue;
            }

            if (blanks > 0 && text.Length > 0)
            {
                text.Append('\n');
            }

            blanks = 0;
            Wrap(text, line);
        }

        // Ties have done their work: a reader's search for "5 min" should find it.
        return text.Replace(Tie, ' ').ToString();
    }

    public static string Subject(string rendered) => OneLine.Of(rendered.Replace(Tie, ' '));

    private static void Wrap(StringBuilder text, ReadOnlySpan<char> line)
    {
        var indent = Indent(line);
        var hang = indent + Marker(line[indent..]);
        text.Append(' ', indent);
        var column = indent;
        var first = true;
        foreach (var range in line[indent..].Split(' '))
        {
            var word = line[indent..][range];
            var width = Width(word);
            if (!first && column + 1 + width > Columns && column > hang)
            {
                text.Append('\n').Append(' ', hang);
                column = hang;
                first = true;
                if (width == 0)
                {
                    continue;
                }
            }

            if (!first)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += width;
            first = false;
        }

        text.Append('\n');
    }

    private static int Indent(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;

    private static int Marker(ReadOnlySpan<char> line) => line.StartsWith("- ") || line.StartsWith("* ") ? 2 : 0;

    private static int Width(ReadOnlySpan<char> word)
    {
        var width = 0;
        foreach (var _ in word.EnumerateRunes())
        {
            width++;
        }

        return width;
    }
}
