using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Explains each exercise of the week once, in the order in which the week needs them.</summary>
/// <param name="swaps">Those the mail offers; a swap that is planned is explained too.</param>
internal sealed class HowToWriter(PlannedWeek week, ImmutableArray<string> swaps, Shelf shelf)
{
    private readonly ImmutableArray<Session> _sessions = [.. week.Days.SelectMany(d => d.Sessions)];

    public ImmutableArray<HowToGroup> Write() =>
    [
        .. Group("Before a run", ItemKind.WarmUp, Runs.SelectMany(r => r.Before).Where(id => id != Shelf.BriskWalk).Distinct(StringComparer.Ordinal).Select(shelf.HowTo)),
        .. Group("Strength", ItemKind.Strength, _sessions.OfType<Session.Strength>().SelectMany(s => s.Items).DistinctBy(i => (i.Id, i.Level)).Select(shelf.HowTo)),
        .. Group("Stretches", ItemKind.Stretch, StretchIds.Distinct(StringComparer.Ordinal).Select(shelf.HowTo)),
        .. Group("Foam roll", ItemKind.Roll, _sessions.OfType<Session.Roll>().SelectMany(s => s.Items).Select(i => i.Id).Distinct(StringComparer.Ordinal).Select(shelf.HowTo)),
        .. Group("Swaps", ItemKind.Swap, _sessions.OfType<Session.Swap>().Select(s => s.Id).Concat(swaps).Distinct(StringComparer.Ordinal).Select(shelf.HowTo)),
    ];

    private IEnumerable<Session.Run> Runs => _sessions.OfType<Session.Run>();

    private IEnumerable<string> StretchIds => Runs.SelectMany(r => r.After).Concat(_sessions.OfType<Session.Stretch>().SelectMany(s => s.Items).Select(i => i.Id));

    private IEnumerable<HowToGroup> Group(string title, ItemKind kind, IEnumerable<HowToView?> items)
    {
        var found = items.OfType<HowToView>().ToImmutableArray();
        return found.IsEmpty ? [] : [new(title, shelf.NoteOn(kind), found)];
    }
}
