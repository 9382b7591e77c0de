using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.History;

/// <summary>What facts must satisfy as a whole: nothing is told of days to come, and nothing contradicts itself.</summary>
public static class HistoryRules
{
    private const int MostMinutes = 24 * 60;
    private const int MostMetres = 300_000;
    private const int MostRuns = 14;

    /// <returns>What is wrong, by its path in the stored facts, such as <c>history.reports[3].day</c>; empty when a week can be planned from them.</returns>
    public static ImmutableArray<ProfileFault> Check(Facts facts)
    {
        var check = new Faults(facts);
        check.Week();
        check.Weeks();
        check.Reports();
        check.Logs();
        check.Rest();
        return [.. ProfileRules.Check(facts.Profile, facts.Now.Date.PlusDays(1)).Select(f => f with { Field = $"profile.{f.Field}" }), .. check.Found];
    }

    private sealed class Faults(Facts facts)
    {
        private readonly RunnerHistory _history = facts.History;

        // Somebody who moved to another zone since has answers from a clock that was ahead.
        private readonly LocalDate _tomorrow = facts.Now.Date.PlusDays(1);

        public List<ProfileFault> Found { get; } = [];

        public void Week()
        {
            Refuse(facts.Starts.DayOfWeek != IsoDayOfWeek.Monday, "starts", $"{Day(facts.Starts)} is no Monday");
            Refuse(!IsWithin(facts.FirstDay, facts.Starts), "firstDay", $"{Day(facts.FirstDay)} is not in the week of {Day(facts.Starts)}");
        }

        public void Weeks()
        {
            for (var i = 0; i < _history.Weeks.Length; i++)
            {
                var (week, path) = (_history.Weeks[i], $"history.weeks[{i}]");
                var before = i == 0 ? (LocalDate?)null : _history.Weeks[i - 1].Starts;
                Refuse(week.Starts.DayOfWeek != IsoDayOfWeek.Monday, $"{path}.starts", $"{Day(week.Starts)} is no Monday");
                Refuse(week.Starts == before, $"{path}.starts", $"is a second plan for the week of {Day(week.Starts)}");
                Refuse(week.Starts < before, $"{path}.starts", $"stands behind the later week of {Day(before ?? week.Starts)}: oldest first");
                Refuse(!IsWithin(week.FirstDay, week.Starts), $"{path}.firstDay", $"{Day(week.FirstDay)} is not in the week of {Day(week.Starts)}");
                Refuse(week.Rung < Ladder.Bottom || week.Rung > Ladder.Top, $"{path}.rung", $"{week.Rung} is no rung: 0 to 15");
                Refuse(week.Standing < Ladder.Bottom || week.Standing > Ladder.Top, $"{path}.standing", $"{week.Standing} is no rung: 0 to 15");
                for (var r = 0; r < week.Runs.Length; r++)
                {
                    Refuse(!IsWithin(week.Runs[r].Day, week.Starts), $"{path}.runs[{r}].day", $"{Day(week.Runs[r].Day)} is not in the week of {Day(week.Starts)}");
                    Refuse(week.Runs[r].RunSeconds is < 0 or > MostMinutes * 60, $"{path}.runs[{r}].runSeconds", $"{week.Runs[r].RunSeconds} seconds are no run of one day");
                }
            }
        }

        public void Reports()
        {
            for (var i = 0; i < _history.Reports.Length; i++)
            {
                var (report, path) = (_history.Reports[i], $"history.reports[{i}]");
                Said(path, report.Week, report.Day, report.Answered);
            }
        }

        public void Logs()
        {
            for (var i = 0; i < _history.Logs.Length; i++)
            {
                var (log, path) = (_history.Logs[i], $"history.logs[{i}]");
                Said(path, log.Week, DayOf(log), log.Answered);
                switch (log)
                {
                    case SessionLog.OnDay { Minutes: < 0 or > MostMinutes } day:
                        Refuse(wrong: true, $"{path}.minutes", $"{day.Minutes} minutes do not fit a day: 0 to {MostMinutes}");
                        break;
                    case SessionLog.OnDay { Metres: < 0 or > MostMetres } day:
                        Refuse(wrong: true, $"{path}.metres", $"{day.Metres} metres do not fit a day: 0 to {MostMetres}");
                        break;
                    case SessionLog.RunsDone { Count: < 0 or > MostRuns } runs:
                        Refuse(wrong: true, $"{path}.count", $"{runs.Count} runs do not fit a week: 0 to {MostRuns}");
                        break;
                }
            }
        }

        public void Rest()
        {
            Refuse(_history.Joined > _tomorrow, "history.joined", $"{Day(_history.Joined)} lies in the future");
            for (var i = 0; i < _history.Pauses.Length; i++)
            {
                var pause = _history.Pauses[i];

                // Ended on the day it began, it is written as ended the day before.
                Refuse(pause.To < pause.From.PlusDays(-1), $"history.pauses[{i}].to", $"ends ({Day(pause.To ?? pause.From)}) before it begins ({Day(pause.From)})");
            }

            for (var i = 0; i < _history.Flags.Length; i++)
            {
                Refuse(_history.Flags[i].Day > _tomorrow, $"history.flags[{i}].day", $"{Day(_history.Flags[i].Day)} lies in the future");
            }

            Refuse(_history.Hold is { } hold && hold.Ended < hold.Since, "history.hold.ended", "ends before it begins");
        }

        /// <summary>Nobody tells of a day that is still to come when they write.</summary>
        private void Said(string path, LocalDate week, LocalDate? day, LocalDateTime answered)
        {
            Refuse(week.DayOfWeek != IsoDayOfWeek.Monday, $"{path}.week", $"{Day(week)} is no Monday");
            Refuse(answered.Date > _tomorrow, $"{path}.answered", $"{Day(answered.Date)} lies in the future");
            Refuse(day > answered.Date, $"{path}.day", $"{Day(day ?? week)} lies in the future: it was written on {Day(answered.Date)}");
        }

        private static LocalDate? DayOf(SessionLog log) => log switch
        {
            SessionLog.OnDay day => day.Day,
            SessionLog.ChangedStride stride => stride.Day,
            SessionLog.IllSince ill => ill.Day,
            SessionLog.MorningFine fine => fine.Day,
            _ => null,
        };

        private void Refuse(bool wrong, string field, string what)
        {
            if (wrong)
            {
                Found.Add(new(field, what));
            }
        }

        private static bool IsWithin(LocalDate day, LocalDate monday) => day >= monday && day < monday.PlusWeeks(1);

        private static string Day(LocalDate day) => $"{day:uuuu-MM-dd}";
    }
}
