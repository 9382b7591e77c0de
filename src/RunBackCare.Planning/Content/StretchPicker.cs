using System.Collections.Immutable;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Content;

/// <summary>
/// The week's stretches by area: two hip, one glute, two hamstring, one calf on the stretch day, and the first of each area after
/// every run. An area with nothing allowed is left out.
/// </summary>
internal sealed record StretchPicker
{
    private static readonly ImmutableArray<(StretchArea Area, int Count)> Areas =
        [(StretchArea.Hip, 2), (StretchArea.Glute, 1), (StretchArea.Hamstring, 2), (StretchArea.Calf, 1)];

    public required ImmutableArray<string> AfterRun { get; init; }

    public required ImmutableArray<SessionItem> Session { get; init; }

    public static StretchPicker Pick(Library library, ContentFilter filter, ContentMemory memory, Policy policy, ulong seed)
    {
        var after = ImmutableArray.CreateBuilder<string>(Areas.Length);
        var session = ImmutableArray.CreateBuilder<SessionItem>(6);
        foreach (var (area, count) in Areas)
        {
            List<Stretch> allowed = [.. library.Stretches.Where(s => s.Area == area && filter.Allows(s))];
            List<Stretch> lawful = [.. filter.Familiar(allowed)];

            // What the area needs comes before what is familiar.
            lawful = lawful.Count < count ? allowed : lawful;
            if (Rotation.Usual(lawful, memory, policy, s => s.Acute) is not { } first)
            {
                continue;
            }

            after.Add(first.Id);
            session.Add(Item(first));
            lawful.Remove(first);
            if (count > 1 && Rotation.Fresh(lawful, memory, policy, seed) is { } second)
            {
                session.Add(Item(second));
            }
        }

        return new() { AfterRun = after.ToImmutable(), Session = session.ToImmutable() };
    }

    private static SessionItem Item(Stretch stretch) => new(stretch.Id, 0, stretch.Dose);
}
