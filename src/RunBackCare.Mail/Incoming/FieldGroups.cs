using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>Finds groups of fields in any text: for reports whose boundaries or types are wrong, and for those that write the fields into their prose.</summary>
internal static class FieldGroups
{
    private const int MostGroups = 100;
    private const int MostFields = 40;

    /// <param name="named">The field that a group must have.</param>
    public static IEnumerable<HeaderList> Of(string text, string named)
    {
        var found = 0;
        var group = new HeaderList();
        foreach (var line in Unfolded(text))
        {
            if (group.Count < MostFields && Header.TryParse(line, out var field) && IsName(field.Field))
            {
                group.Add(field);
                continue;
            }

            if (group.Contains(named) && ++found <= MostGroups)
            {
                yield return group;
            }

            group = [];
        }

        if (group.Contains(named))
        {
            yield return group;
        }
    }

    private static bool IsName(string name) => name.Length < 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static IEnumerable<string> Unfolded(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            if (open is not null && line is [' ' or '\t', ..] && line.Trim().Length > 0 && open.Length < 4000)
            {
                open = $"{open} {line.Trim()}";
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = line;
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
