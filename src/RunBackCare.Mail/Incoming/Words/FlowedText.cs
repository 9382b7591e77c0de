using System.Text;
using MimeKit;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>Puts lines together again that a program broke for the way (RFC 3676), so that a sentence is read as one.</summary>
internal static class FlowedText
{
    public static string Of(string text, TextPart part)
    {
        if (!string.Equals(part.ContentType.Parameters["format"], "flowed", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var deletesSpace = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
        var joined = new StringBuilder();
        var goesOn = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var own = line is not ['>', ..] and not "-- ";
            if (goesOn && own)
            {
                joined.Append(Unstuffed(line));
            }
            else
            {
                joined.Append(joined.Length > 0 ? "\n" : "").Append(own ? Unstuffed(line) : line);
            }

            goesOn = own && line is [.., ' '];
            if (goesOn && deletesSpace)
            {
                joined.Length--;
            }
        }

        return joined.ToString();
    }

    private static string Unstuffed(string line) => line is [' ', ..] ? line[1..] : line;
}
