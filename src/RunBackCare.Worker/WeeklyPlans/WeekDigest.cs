using System.Collections.Immutable;
using RunBackCare.Mail.Views;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>
/// A stored week in what is read of it again and again: by half a year of later plans, and by its own mail. The plan and its facts say the same at ten
/// times the length.
/// </summary>
/// <remarks>Whoever adds to what it holds empties the column in the same migration; it is then read from the plan, as in rows from before it was kept.</remarks>
/// <param name="Week">As later weeks remember it, not yet delivered.</param>
/// <param name="Before">The weeks before it, as its mail looks back on them.</param>
internal sealed record WeekDigest(PastWeek Week, ImmutableArray<WeekProgress> Before)
{
    public static WeekDigest Of(Facts facts, PlannedWeek plan) =>
        new(PastWeek.Of(plan, delivered: false), WeekProgress.Of(facts, Policy.Current, ProgressView.MostWeeks));
}
