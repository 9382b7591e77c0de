using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Pain;

/// <summary>
/// What one week's scores say by themselves, before anything is compared: "no answer" stays null throughout and is never a zero.
/// </summary>
internal sealed record WeekPain
{
    /// <summary>The back's answer for the whole week: its worst.</summary>
    public int? Bare { get; init; }

    /// <summary>The level: the worst back score of the week, bare or of a day.</summary>
    public int? Worst { get; init; }

    /// <summary>Mean of the daily back scores, where there are enough of them and no bare one.</summary>
    public decimal? DailyMean { get; init; }

    /// <summary>runPainMax: worst back score on a run day, or the bare answer.</summary>
    public int? RunWorst { get; init; }

    /// <summary>Worst back score on any other day.</summary>
    public int? OtherWorst { get; init; }

    /// <summary>Worst score of any other site; usual leg pain is 0.</summary>
    public int LegWorst { get; init; }

    /// <summary>Worst leg score on the morning after a run.</summary>
    public int LegMorning { get; init; }

    public ImmutableArray<RunPain> Runs { get; init; } = [];

    public bool Answered => Worst is not null;

    public bool Settled(decimal usual, Policy policy)
    {
        var limit = Math.Max(policy.Green, usual + policy.SettledMargin);
        foreach (var run in Runs)
        {
            if ((run.Morning ?? run.Score ?? RunWorst ?? 0) > limit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Runs whose next morning was still two above the usual.</summary>
    public ImmutableArray<RunPain> UnsettledByTwo(decimal usual, Policy policy)
    {
        var limit = Math.Max(policy.Amber, usual + policy.MeaningfulRise);
        foreach (var run in Runs)
        {
            if (run.Morning >= limit)
            {
                return Runs.RemoveAll(r => !(r.Morning >= limit));
            }
        }

        return [];
    }

    public static WeekPain Of(IReadOnlyList<PainReport> reports, ImmutableArray<TrainingDay> training, PainDays days, Policy policy)
    {
        int? bare = null, worst = null, runWorst = null, otherWorst = null;
        var leg = 0;
        var (scoredDays, sum) = (0, 0);
        foreach (var report in reports)
        {
            var score = report.Score.Value;
            if (report.Site.IsLeg())
            {
                leg = Math.Max(leg, score);
                continue;
            }

            worst = PainDay.Higher(worst, score);
            if (report.Day is not { } day)
            {
                bare = PainDay.Higher(bare, score);
            }
            else if (days[day].Back == score && !IsRepeated(reports, report, day))
            {
                var back = score;
                (scoredDays, sum) = (scoredDays + 1, sum + back);
                if (IsTraining(training, day))
                {
                    runWorst = PainDay.Higher(runWorst, back);
                }
                else
                {
                    otherWorst = PainDay.Higher(otherWorst, back);
                }
            }
        }

        var runs = RunsOf(training, days);
        return new()
        {
            Bare = bare,
            Worst = worst,
            DailyMean = bare is null && scoredDays >= policy.DailyScores ? (decimal)sum / scoredDays : null,
            RunWorst = bare is { } week ? PainDay.Higher(runWorst, week) : runWorst,
            OtherWorst = otherWorst,
            LegWorst = leg,
            LegMorning = LegMorningOf(runs),
            Runs = runs,
        };
    }

    /// <summary>The highest score of a day was already taken from an earlier report.</summary>
    private static bool IsRepeated(IReadOnlyList<PainReport> reports, PainReport report, LocalDate day)
    {
        foreach (var earlier in reports)
        {
            if (ReferenceEquals(earlier, report))
            {
                return false;
            }

            if (earlier.Day == day && earlier.Site == report.Site && earlier.Score.Value == report.Score.Value)
            {
                return true;
            }
        }

        return false;
    }

    private static int LegMorningOf(ImmutableArray<RunPain> runs)
    {
        var worst = 0;
        foreach (var run in runs)
        {
            worst = Math.Max(worst, run.LegMorning ?? 0);
        }

        return worst;
    }

    private static ImmutableArray<RunPain> RunsOf(ImmutableArray<TrainingDay> training, PainDays days)
    {
        var runs = ImmutableArray.CreateBuilder<RunPain>(training.Length);
        foreach (var session in training)
        {
            if (session.Outcome is Outcome.Done or Outcome.Unknown or Outcome.NotOver)
            {
                var next = session.Day.PlusDays(1);
                var morning = days[next];

                // The score of the day after a run is its next morning; where that day has a run of its own, only a morning's score is.
                var own = IsTraining(training, next);
                runs.Add(new(session.Day, days[session.Day].Back, own ? morning.BackMorning : morning.Back, own ? morning.LegMorning : morning.Leg));
            }
        }

        return runs.DrainToImmutable();
    }

    private static bool IsTraining(ImmutableArray<TrainingDay> training, LocalDate day)
    {
        foreach (var session in training)
        {
            if (session.Day == day)
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Score">Back score of the run's day.</param>
/// <param name="Morning">Back score of the next morning.</param>
/// <param name="LegMorning">Worst leg score of the next morning.</param>
internal sealed record RunPain(LocalDate Day, int? Score, int? Morning, int? LegMorning);
