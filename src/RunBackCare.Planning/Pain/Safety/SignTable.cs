using System.Collections.Immutable;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Every sign of the screen, the most serious level first (Finucane 2020; NICE NG59; P07).</summary>
internal static class SignTable
{
    public static ImmutableArray<Sign> All { get; } = [.. EmergencySigns.All, .. UrgentSigns.All, .. BeforeStartingSigns.All];
}
