using NodaTime;

namespace RunBackCare.Planning.Weeks;

/// <summary>Choice without chance: the same subscriber and week always break a tie the same way (SplitMix64's mixing).</summary>
internal static class Seeded
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static ulong Of(long seed, LocalDate monday) => Mix(unchecked((ulong)seed + (Golden * (ulong)Period.DaysBetween(Epoch, monday))));

    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Golden;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
