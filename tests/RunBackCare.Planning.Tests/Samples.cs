namespace RunBackCare.Planning.Tests;

/// <summary>How many random cases a property looks at.</summary>
internal static class Samples
{
    /// <param name="usual">In every run of the tests.</param>
    /// <param name="full">With <c>RUNBACKCARE_FULL=1</c>; <c>0</c> asks for a twentieth of the usual, as when each of a thousand mutants is tested.</param>
    public static long Of(long usual, long full) => Environment.GetEnvironmentVariable("RUNBACKCARE_FULL") switch
    {
        "1" => full,
        "0" => Math.Max(10, usual / 20),
        _ => usual,
    };
}
