namespace RunBackCare.Planning.History;

internal static class Adherence
{
    /// <summary>Enough of what was planned was done. A week in which nothing was due yet does not fail here.</summary>
    public static bool IsEnough(WeekLog week, Policy policy) => week.Done * policy.DoneShare.Of >= week.Planned * policy.DoneShare.Part;
}
