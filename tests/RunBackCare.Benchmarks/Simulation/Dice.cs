namespace RunBackCare.Benchmarks.Simulation;

/// <summary>Chance that falls the same way for the same seed, on any machine and in any order of runners (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of one among many, independent of all others.</summary>
    public static Dice Of(int seed, int number) => new(new Dice((ulong)(uint)seed << 32 | (uint)number).Next());

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private int Below(int number) => (int)(Next() % (ulong)number);

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
