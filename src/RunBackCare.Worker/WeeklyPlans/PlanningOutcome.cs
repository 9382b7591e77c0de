using System.Runtime.InteropServices;

namespace RunBackCare.Worker.WeeklyPlans;

/// <param name="Planned">People who got a week.</param>
/// <param name="Queued">Week mails that wait to be sent; weeks without a day get none.</param>
/// <param name="Moved">People who were due by their row, but whose next week turned out to be later, or none.</param>
/// <param name="Failed">People whose planning failed; each is tried again later.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlanningOutcome(int Planned, int Queued, int Moved, int Failed)
{
    public int People => Planned + Moved + Failed;

    public static PlanningOutcome operator +(PlanningOutcome a, PlanningOutcome b) =>
        new(a.Planned + b.Planned, a.Queued + b.Queued, a.Moved + b.Moved, a.Failed + b.Failed);
}

/// <summary>Some people could not be planned for; everyone else was. Names counts only: this text is stored and shown.</summary>
internal sealed class PlanningFaults(PlanningOutcome outcome)
    : Exception($"{outcome.Failed} of {outcome.People} due people could not be planned for; the others were. Each is tried again later; plan_error says why.")
{
    public PlanningOutcome Outcome { get; } = outcome;
}
