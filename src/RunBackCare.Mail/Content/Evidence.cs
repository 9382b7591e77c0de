using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace RunBackCare.Mail.Content;

/// <summary>The evidence IDs an item may rest on: R for running, S for strength and the rest of training, P for pain and its course.</summary>
internal static class Evidence
{
    private static readonly FrozenSet<string> Known = Series('R', 17).Concat(Series('S', 19)).Concat(Series('P', 9)).ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<string> Sources(Entry entry)
    {
        var sources = ImmutableArray.CreateBuilder<string>();
        foreach (var (id, line) in entry.Texts("sources"))
        {
            if (!Known.Contains(id))
            {
                entry.Fault(line, $"sources has '{id}'; the evidence IDs are R01 to R17, S01 to S19 and P01 to P09");
            }
            else if (sources.Contains(id))
            {
                entry.Fault(line, $"sources has '{id}' twice; once is enough");
            }

            sources.Add(id);
        }

        return sources.ToImmutable();
    }

    private static IEnumerable<string> Series(char letter, int last) =>
        Enumerable.Range(1, last).Select(n => letter + n.ToString("00", CultureInfo.InvariantCulture));
}
