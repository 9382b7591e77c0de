using System.Collections.Concurrent;
using NodaTime;

namespace RunBackCare.Worker.Admin;

/// <summary>
/// Counts wrong passwords. Five from one place for one name close that door for a quarter of an hour; a name tried from many places closes later,
/// so that a stranger cannot easily lock an admin out.
/// </summary>
internal sealed class LoginAttempts(IClock clock)
{
    public const int FromOnePlace = 5;
    public const int FromEverywhere = 50;

    /// <summary>Names are typed by strangers; no flood of them may fill the memory.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    public static Duration Closed { get; } = Duration.FromMinutes(15);

    public bool IsClosed(string name, string place) => Failures(Everywhere(name)) >= FromEverywhere || Failures(Here(name, place)) >= FromOnePlace;

    public void Failed(string name, string place)
    {
        if (_counts.Count >= MostKept)
        {
            ForgetOld();
        }

        Add(Everywhere(name));
        Add(Here(name, place));
    }

    /// <summary>The right password from this place clears what was mistyped there, and nothing else.</summary>
    public void Succeeded(string name, string place) => _counts.TryRemove(Here(name, place), out _);

    private static string Everywhere(string name) => name.ToUpperInvariant();

    private static string Here(string name, string place) => $"{Everywhere(name)}\n{place}";

    private int Failures(string key) => _counts.TryGetValue(key, out var count) && clock.GetCurrentInstant() < count.Until ? count.Failures : 0;

    private void Add(string key)
    {
        var now = clock.GetCurrentInstant();
        _counts.AddOrUpdate(key, _ => new(1, now + Closed), (_, count) => new(now < count.Until ? count.Failures + 1 : 1, now + Closed));
    }

    private void ForgetOld()
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in _counts.Where(entry => entry.Value.Until <= now || _counts.Count >= 2 * MostKept))
        {
            _counts.TryRemove(old);
        }
    }

    private sealed record Count(int Failures, Instant Until);
}
