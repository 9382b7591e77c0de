namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Tells the planner that somebody became due this moment. Losing a call costs minutes, never a week.</summary>
internal interface IWakePlanning
{
    void Wake();
}
