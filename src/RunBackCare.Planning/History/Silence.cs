using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.History;

/// <summary>How long nobody has been heard. Silence is a fact of its own: it never progresses, and in the end it pauses.</summary>
internal static class Silence
{
    /// <summary>
    /// Weeks in a row, up to the last, whose mail was accepted and about which nothing was said. Weeks never planned and mails never
    /// delivered are nobody's silence. The last week counts while its answer may still come: an answer decides the week anew.
    /// </summary>
    public static int Weeks(RunnerRecord record, RunnerHistory history, Policy policy)
    {
        if (record.Last is { Plan: { Paused: true, Decision: Decision.Hold }, Log.Spoke: false } last && history.Hold is null && !SpokeSince(last, history))
        {
            // Paused already and still not a word, however long ago the weeks that led to it.
            return policy.SilentWeeksPause;
        }

        var silent = 0;
        for (var i = record.Weeks.Length - 1; i >= 0; i--)
        {
            var week = record.Weeks[i];
            if (week.Log.Spoke || SpokeSince(week, history))
            {
                break;
            }

            silent += week.Plan.Delivered && !week.Plan.Paused ? 1 : 0;
        }

        return silent;
    }

    /// <summary>Asking for a pause, and ending one, is a sign of life.</summary>
    private static bool SpokeSince(WeekRecord week, RunnerHistory history)
    {
        foreach (var pause in history.Pauses)
        {
            if ((pause.Cause != PauseCause.Silence && pause.From >= week.Plan.Starts) || pause.To >= week.Plan.Starts)
            {
                return true;
            }
        }

        return false;
    }
}
