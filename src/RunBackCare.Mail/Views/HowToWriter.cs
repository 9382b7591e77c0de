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
        .. Group("Before a run", ItemKind.WarmUp, Runs.SelectMany(r => r.Before).Where(id => id != Shelf.BriskWalk).Distinct(StringComparer.Ordinal).Select(id => Plain(id))),
        .. Group("Strength", ItemKind.Strength, _sessions.OfType<Session.Strength>().SelectMany(s => s.Items).DistinctBy(i => (i.Id, i.Level)).Select(AtLevel)),
        .. Group("Stretches", ItemKind.Stretch, StretchIds.Distinct(StringComparer.Ordinal).Select(id => Plain(id))),
        .. Group("Foam roll", ItemKind.Roll, _sessions.OfType<Session.Roll>().SelectMany(s => s.Items).Select(i => i.Id).Distinct(StringComparer.Ordinal).Select(id => Plain(id))),
        .. Group("Swaps", ItemKind.Swap, _sessions.OfType<Session.Swap>().Select(s => s.Id).Concat(swaps).Distinct(StringComparer.Ordinal).Select(id => Plain(id))),
    ];

    private IEnumerable<Session.Run> Runs => _sessions.OfType<Session.Run>();

    private IEnumerable<string> StretchIds => Runs.SelectMany(r => r.After).Concat(_sessions.OfType<Session.Stretch>().SelectMany(s => s.Items).Select(i => i.Id));

    private IEnumerable<HowToGroup> Group(string title, ItemKind kind, IEnumerable<HowToView?> items)
    {
        var found = items.OfType<HowToView>().ToImmutableArray();
        return found.IsEmpty ? [] : [new(title, shelf.NoteOn(kind), found)];
    }

    private HowToView? Plain(string id) => shelf.Find<ContentItem>(id) is { } item ? new(item.Name, item.HowTo, item.Caution) : null;

    private HowToView? AtLevel(SessionItem item)
    {
        if (shelf.Find<Exercise>(item.Id) is not { } exercise)
        {
            return Plain(item.Id);
        }

        var level = exercise.Levels.FirstOrDefault(l => l.Level == item.Level)?.HowTo;
        return new(exercise.Name, level is null ? exercise.HowTo : $"{exercise.HowTo} {level}", exercise.Caution);
    }
}
