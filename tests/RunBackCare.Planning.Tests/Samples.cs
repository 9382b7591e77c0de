namespace RunBackCare.Planning.Tests;

/// <summary>How many random cases a property looks at.</summary>
internal static class Samples
{
    private static readonly string? Scale = Environment.GetEnvironmentVariable("RUNBACKCARE_FULL");

    /// <param name="usual">In every run of the tests.</param>
    /// <param name="full">With <c>RUNBACKCARE_FULL=1</c>; <c>0</c> asks for a twentieth of the usual and 200 at most, as when each of a thousand mutants is tested.</param>
    public static long Of(long usual, long full) => Scale switch
    {
        "1" => full,
        "0" => Math.Clamp(usual / 20, 10, 200),
        _ => usual,
    };

    /// <summary>Letters of a text that is far longer than anybody writes; a twentieth where mutants are tested.</summary>
    public static int LongText => Scale == "0" ? 15_000 : 300_000;
}
