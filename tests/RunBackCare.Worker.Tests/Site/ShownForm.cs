using System.Net;
using System.Text.RegularExpressions;

namespace RunBackCare.Worker.Tests.Site;

/// <summary>What a browser would send of the last form of a page if nobody touched it.</summary>
internal static partial class ShownForm
{
    public static IReadOnlyList<(string Name, string Value)> Of(string page)
    {
        var form = page[page.LastIndexOf("<form", StringComparison.Ordinal)..];
        var fields = new List<(string, string)>();
        foreach (Match input in Inputs().Matches(form))
        {
            var (type, name) = (Attribute(input.Value, "type"), Attribute(input.Value, "name"));
            if (name.Length > 0 && (type is not ("checkbox" or "radio") || input.Value.Contains("checked", StringComparison.Ordinal)))
            {
                fields.Add((name, Attribute(input.Value, "value")));
            }
        }

        foreach (Match select in Selects().Matches(form))
        {
            fields.Add((Attribute(select.Value, "name"), Options().Match(select.Value) is { Success: true } option ? Attribute(option.Value, "value") : ""));
        }

        return fields;
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*selected[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Options();
}
