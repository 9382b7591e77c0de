namespace RunBackCare.Planning.Replies;

/// <summary>The rules by which words are read. A reading stores the version, so that it can be explained later.</summary>
public static class ReplyGrammar
{
    public const string Version = "en-2026.1";

    /// <summary>Nobody writes more about a week; safety signs are searched beyond it.</summary>
    internal const int MostLetters = 20_000;

    /// <summary>A walk shorter than this is a warm-up, not a session.</summary>
    internal const int ShortestWalk = 10;

    /// <summary>A bare number after "ran" or "swam" is minutes from here on; below, it could be kilometres or times.</summary>
    internal const int LeastBareMinutes = 10;

    /// <summary>Most runs a week, where the plan is not known.</summary>
    internal const int MostRuns = 4;

    internal const int LongestPauseWeeks = 52;
}
