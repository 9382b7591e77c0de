namespace RunBackCare.Planning.Pain;

/// <summary>Pain from 0 (none) to 10 (worst), a whole number. No answer is never a score: it is the absence of one.</summary>
public readonly record struct PainScore : IComparable<PainScore>
{
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 10.</exception>
    public PainScore(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
        Value = value;
    }

    public int Value { get; }

    public int CompareTo(PainScore other) => Value.CompareTo(other.Value);

    public static bool operator <(PainScore left, PainScore right) => left.Value < right.Value;

    public static bool operator >(PainScore left, PainScore right) => left.Value > right.Value;

    public static bool operator <=(PainScore left, PainScore right) => left.Value <= right.Value;

    public static bool operator >=(PainScore left, PainScore right) => left.Value >= right.Value;

    public override string ToString() => $"{Value}";
}

/// <summary>Where it hurts. Everything but the back counts as leg in the rules.</summary>
public enum PainSite
{
    Back,
    Knee,
    Shin,
    Ankle,
    Foot,
    Hip,
    Leg,
}
