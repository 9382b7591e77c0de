using System.Collections.Frozen;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Content;

/// <summary>An item may rest only on evidence that is written down.</summary>
internal sealed class EvidenceCheck(IEnumerable<EvidenceNote> notes)
{
    private readonly FrozenSet<string> _known = notes.Select(n => n.Id).ToFrozenSet(StringComparer.Ordinal);

    public void Check(Entry entry)
    {
        // Without notes their own file has a fault already; every source would only repeat it.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, line) in _known.Count == 0 ? [] : entry.Texts("sources"))
        {
            if (!_known.Contains(id))
            {
                entry.Fault(line, $"sources has '{id}', which {ContentFiles.Evidence} does not hold; add it there or name one that it holds");
            }
            else if (!seen.Add(id))
            {
                entry.Fault(line, $"sources has '{id}' twice; once is enough");
            }
        }
    }
}
