using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Pain;

/// <summary>The scores that name a day, the highest for each: two scores for one day never lower each other.</summary>
internal sealed class PainDays
{
    private readonly Dictionary<LocalDate, PainDay> _days = [];

    public PainDays(IEnumerable<PainReport> reports)
    {
        foreach (var report in reports)
        {
            if (report.Day is { } day)
            {
                _days[day] = _days.GetValueOrDefault(day).With(report);
            }
        }
    }

    public PainDay this[LocalDate day] => _days.GetValueOrDefault(day);
}

/// <param name="Back">Highest back score of the day; null where none was given.</param>
/// <param name="BackMorning">Highest back score given for its morning.</param>
/// <param name="Leg">Highest score of any other site.</param>
/// <param name="Ran">A score was given for a run of that day, so there was one.</param>
internal readonly record struct PainDay(int? Back, int? BackMorning, int? Leg, int? LegMorning, bool Ran)
{
    public PainDay With(PainReport report)
    {
        var morning = report.When == ReportTime.Morning;
        var score = report.Score.Value;
        var day = this with { Ran = Ran || report.When == ReportTime.Run };
        return report.Site.IsLeg()
            ? day with { Leg = Higher(Leg, score), LegMorning = morning ? Higher(LegMorning, score) : LegMorning }
            : day with { Back = Higher(Back, score), BackMorning = morning ? Higher(BackMorning, score) : BackMorning };
    }

    public static int Higher(int? one, int other) => Math.Max(one ?? other, other);
}
