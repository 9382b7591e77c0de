namespace RunBackCare.Worker.Tests.Support;

/// <summary>Large numbers take minutes: they run where RUNBACKCARE_FULL is 1 (<c>deploy/test.sh --full</c>), smaller ones everywhere.</summary>
internal static class Scale
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("RUNBACKCARE_FULL") == "1";

    public static int Of(int usual, int full) => Full ? full : usual;
}
