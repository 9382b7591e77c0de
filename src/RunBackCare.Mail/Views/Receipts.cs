using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>
/// What a mail's sentences rest on and how sure that is. One instance a mail: a finding is told where it is first needed, later
/// ones point back to it. An ID that has left the library is passed over, as the week outlives the content it was planned with.
/// </summary>
internal sealed class Receipts(Library library)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>A reason with what it rests on.</summary>
    public ReasonView Under(Reason reason) => new(Wording.Tied(reason.Text), Of(reason.Evidence));

    /// <summary>Under a reason. Empty where it rests on the person's own words alone.</summary>
    public ImmutableArray<string> Of(ImmutableArray<string> evidence)
    {
        var known = Known(evidence);
        var told = known.Where(e => _told.Contains(e.Id)).Select(e => e.Id).ToList();
        var receipts = known.Where(e => _told.Add(e.Id)).Select(Tell).ToList();
        return told.Count == 0 ? [.. receipts] : [.. receipts, $"Rests {(receipts.Count > 0 ? "also " : "")}on {Wording.List(told)}, as above."];
    }

    /// <summary>Under a cue or lesson, which tells the finding itself; null where nobody has tested it.</summary>
    public string? SourcesOf(ContentItem item)
    {
        var sources = Known(item.Sources).GroupBy(e => e.Source, StringComparer.Ordinal).Select(s => $"{s.Key} ({string.Join(", ", s.Select(e => e.Id))})").ToList();
        return sources.Count == 0 ? null : $"Rests on {string.Join(" · ", sources)}.";
    }

    private List<EvidenceNote> Known(ImmutableArray<string> ids) => [.. ids.Select(id => library.Evidence.FirstOrDefault(e => e.Id == id)).OfType<EvidenceNote>()];

    private static string Tell(EvidenceNote evidence) => Wording.Tied($"Rests on: {evidence.Finding} How sure? {WeekWords.HowSure(evidence.Certainty)} ({evidence.Id}: {evidence.Source}).");
}
