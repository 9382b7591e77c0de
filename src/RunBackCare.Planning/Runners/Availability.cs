using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Planning.Runners;

/// <summary>
/// The weekdays on which a run or walk is possible, and the most minutes on each (walk + block + walk).
/// A day that is not possible has 0; a possible day has <see cref="ShortestDay"/> to <see cref="LongestDay"/>.
/// <c>default</c> has no possible day.
/// </summary>
public readonly struct Availability
{
    public const int ShortestDay = 20;
    public const int LongestDay = 600;

    private readonly ImmutableArray<int> _minutes;

    /// <param name="minutes">Seven numbers, Monday first.</param>
    /// <exception cref="ArgumentException">Not seven numbers, or one that is neither 0 nor within the range.</exception>
    public Availability(ImmutableArray<int> minutes)
    {
        if (minutes.Length != 7 || minutes.Any(m => m != 0 && m is < ShortestDay or > LongestDay))
        {
            throw new ArgumentException($"Seven numbers are needed, each 0 or {ShortestDay} to {LongestDay} minutes.", nameof(minutes));
        }

        _minutes = minutes;
    }

    /// <summary>Most minutes on that weekday; 0 where it is not possible.</summary>
    public int this[IsoDayOfWeek day] => _minutes.IsDefault ? 0 : _minutes[(int)day - 1];

    /// <summary>Monday first.</summary>
    public ImmutableArray<int> Minutes => _minutes.IsDefault ? [0, 0, 0, 0, 0, 0, 0] : _minutes;

    public int Longest => Minutes.Max();

    public int PossibleDays => Minutes.Count(m => m > 0);
}
