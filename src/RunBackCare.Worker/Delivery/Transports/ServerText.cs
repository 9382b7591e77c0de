using System.Text.RegularExpressions;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>What a server says, fit to be stored and shown: on one line, cut, and with every address taken out, since servers quote the recipient.</summary>
internal static partial class ServerText
{
    private const int MostCharacters = 300;

    private const int ShortestTellingName = 3;

    /// <param name="address">The recipient, whose local part may stand alone in the text.</param>
    public static string Clean(string? text, string? address = null)
    {
        var line = Blanks.Replace(text ?? "", " ").Trim();
        line = Addresses.Replace(line, "(address)");
        var name = address?.Split('@')[0];
        if (name?.Length >= ShortestTellingName)
        {
            line = line.Replace(name, "(name)", StringComparison.OrdinalIgnoreCase);
        }

        return line.Length <= MostCharacters ? line : line[..(MostCharacters - 1)] + "…";
    }

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks { get; }

    // "Quoted"@domain, plain@domain, plain@[literal]; what surrounds an address in answers ends it.
    [GeneratedRegex("""(?:"[^"]{1,64}"|[^\s<>()\[\]",;:]{1,320})@(?:\[[^\]]{1,64}\]|[^\s<>()\[\]",;:]{1,255})""", RegexOptions.None, 1000)]
    private static partial Regex Addresses { get; }
}
