using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

internal static class Zones
{
    private static readonly Instant From = Instant.FromUtc(2010, 1, 1, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2032, 1, 1, 0, 0);

    /// <summary>All of tzdb.</summary>
    public static ImmutableArray<DateTimeZone> All { get; } = [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])];

    /// <summary>One moment at which the clocks went forward and one at which they went back, the latest of each; any moment where they never do.</summary>
    public static ImmutableArray<Instant> EdgesOf(DateTimeZone zone)
    {
        var edges = zone.GetZoneIntervals(From, Until).Where(i => i.HasStart && i.Start > From)
            .Select(i => (i.Start, Forward: i.WallOffset > zone.GetUtcOffset(i.Start - Duration.Epsilon)))
            .GroupBy(e => e.Forward, e => e.Start)
            .Select(group => group.Last())
            .ToImmutableArray();
        return edges.IsEmpty ? [Instant.FromUtc(2026, 11, 29, 12, 0)] : edges;
    }
}
