using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Commands;

/// <summary>What a previewed person answers.</summary>
internal enum PreviewAnswers
{
    None,

    /// <summary>Every week is answered the evening before the next is planned.</summary>
    UsualPainAllDone,
}

/// <summary>Plays a person's weeks one after the other, as the worker would plan them at their own day and hour.</summary>
internal static class PreviewCourse
{
    private static readonly LocalTime Evening = new(20, 0);

    /// <param name="first">Monday of the first week.</param>
    public static IEnumerable<PlannedWeek> Play(Planner planner, SubscriberDraft person, LocalDate first, int weeks, PreviewAnswers answers) =>
        Play(planner, person, first, weeks, _ => answers == PreviewAnswers.UsualPainAllDone ? person.Profile.Back.UsualPain : null);

    /// <param name="answers">The week's worst back pain, all sessions done, by the number of the week from 1; null where nobody answers.</param>
    public static IEnumerable<PlannedWeek> Play(Planner planner, SubscriberDraft person, LocalDate first, int weeks, Func<int, int?> answers)
    {
        var slot = new SendSlot(person.SendDay, person.SendAt, person.Zone);
        var history = RunnerHistory.Of(slot.LocalFor(first).Date);
        for (var number = 0; number < weeks; number++)
        {
            var starts = first.PlusWeeks(number);
            var now = slot.LocalFor(starts);
            if (number > 0 && answers(number) is { } score)
            {
                history = Answered(history, starts.PlusWeeks(-1), now.Date.PlusDays(-1).At(Evening), score);
            }

            var week = planner.Plan(new()
            {
                Profile = person.Profile,
                History = history,
                Starts = starts,
                FirstDay = starts,
                Now = now,
                Seed = SeedOf(person),
            });
            yield return week;
            history = history with { Weeks = [.. history.Weeks.Add(PastWeek.Of(week, delivered: true)).TakeLast(Policy.Current.MemoryWeeks)] };
        }
    }

    private static RunnerHistory Answered(RunnerHistory history, LocalDate week, LocalDateTime at, int score) => history with
    {
        Reports = history.Reports.Add(new(week, null, ReportTime.Week, PainSite.Back, new(score), at)),
        Logs = history.Logs.Add(new SessionLog.AllDone { Week = week, Answered = at }),
    };

    /// <summary>The same person is shown the same weeks each time, and two people different ones.</summary>
    private static long SeedOf(SubscriberDraft person)
    {
        const ulong OffsetBasis = 14695981039346656037;
        const ulong Prime = 1099511628211;
        var hash = (person.Address ?? person.Name).Aggregate(OffsetBasis, (sum, letter) => unchecked((sum ^ letter) * Prime));
        return unchecked((long)hash);
    }
}
