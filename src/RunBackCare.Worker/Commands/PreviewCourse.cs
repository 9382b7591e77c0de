using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Commands;

/// <summary>What a previewed person answers.</summary>
internal abstract record PreviewAnswers
{
    private PreviewAnswers()
    {
    }

    /// <summary>Every week is answered the evening before the next is planned, with all sessions done.</summary>
    /// <param name="ScoreOf">The week's worst back pain by the number of the week, from 1; null where nobody answers.</param>
    public sealed record Weekly(Func<int, int?> ScoreOf) : PreviewAnswers;

    public sealed record Written(ImmutableArray<PreviewReply> Replies) : PreviewAnswers;
}

/// <summary>
/// A person's weeks, lived one after the other: planned at their own day and hour, answered, and changed where an answer changes a running or
/// coming week, as the worker would do it.
/// </summary>
internal sealed class PreviewCourse
{
    private static readonly LocalTime Evening = new(20, 0);

    private readonly Planner _planner;
    private readonly SendSlot _slot;
    private readonly List<Planned> _weeks = [];
    private readonly Stack<RunnerHistory> _before = new();
    private SubscriberDraft _person;
    private RunnerHistory _history;

    private PreviewCourse(Planner planner, SubscriberDraft person, LocalDate first)
    {
        _planner = planner;
        _person = person;
        _slot = new(person.SendDay, person.SendAt, person.Zone);
        _history = RunnerHistory.Of(_slot.LocalFor(first).Date);
    }

    /// <param name="first">Monday of the first week.</param>
    /// <returns>The weeks as they stood at the end: each one's highest revision.</returns>
    public static ImmutableArray<PlannedWeek> Play(Planner planner, SubscriberDraft person, LocalDate first, int weeks, PreviewAnswers answers)
    {
        var course = new PreviewCourse(planner, person, first);
        var replies = new Queue<PreviewReply>(answers is PreviewAnswers.Written written ? written.Replies : []);
        for (var number = 0; number < weeks; number++)
        {
            var starts = first.PlusWeeks(number);
            var now = course._slot.LocalFor(starts);
            if (number > 0 && answers is PreviewAnswers.Weekly weekly && weekly.ScoreOf(number) is { } score)
            {
                course.Answer(starts.PlusWeeks(-1), now.Date.PlusDays(-1).At(Evening), score);
            }

            course.HearUntil(now, replies);
            course.PlanWeek(starts, now);
        }

        course.HearUntil(first.PlusWeeks(weeks).AtMidnight(), replies);
        return [.. course._weeks.Select(w => w.Week)];
    }

    private void PlanWeek(LocalDate starts, LocalDateTime now) => _weeks.Add(new(_planner.Plan(FactsFor(starts, starts, now)), starts));

    private void HearUntil(LocalDateTime moment, Queue<PreviewReply> replies)
    {
        while (replies.TryPeek(out var reply) && reply.Written < moment)
        {
            Hear(replies.Dequeue());
        }
    }

    private void Hear(PreviewReply reply)
    {
        var context = ReplyContext.Of(_history with { Weeks = Past(before: null) }, null, reply.Written, _person.Profile);
        var reading = ReplyReader.Read(reply.Words, context);
        var cause = RevisionCause.LateAnswer;
        if (reading.Commands.Any(c => c.Kind == CommandKind.Undo) && _before.TryPop(out var undone))
        {
            // A hold is never undone: the flags that set it stay.
            _history = undone with { Flags = _history.Flags, Hold = _history.Hold };
            cause = RevisionCause.Undo;
        }
        else if (reading.Commands.Any(c => c.Kind == CommandKind.Cleared) && Lift(context.Today))
        {
            cause = RevisionCause.Hold;
        }
        else
        {
            _before.Push(_history);
            _history = _history.With(reading, context);
        }

        Revise(context.Today, reply.Written, cause);
    }

    /// <summary>Looks again at the weeks that are not over.</summary>
    private void Revise(LocalDate today, LocalDateTime now, RevisionCause cause)
    {
        for (var i = 0; i < _weeks.Count; i++)
        {
            var (week, first) = _weeks[i];
            if (week.Starts.PlusDays(6) >= today)
            {
                var running = week.Starts <= today;
                var facts = FactsFor(week.Starts, first, now);
                var revised = (running && cause == RevisionCause.LateAnswer ? _planner.Revise(facts, week, RevisionCause.RedReport) : null)
                    ?? _planner.Revise(facts, week, cause);
                _weeks[i] = revised is null ? _weeks[i] : new(revised, first);
            }
        }
    }

    /// <summary>
    /// The word CLEARED stands for the question that is asked back and its answer: a clinician has seen the person and said they may run.
    /// </summary>
    private bool Lift(LocalDate today)
    {
        var unclear = ProfileRules.Stops(_person.Profile);
        if (unclear.Contains(Screening.Under18) || (unclear.IsEmpty && Holds.InForce(_history, today, Policy.Current) is null))
        {
            return false;
        }

        var hold = Holds.InForce(_history, today, Policy.Current) ?? new(SafetyLevel.C, today, Ended: null);
        _history = _history with { Hold = hold with { Ended = today } };
        _person = _person with { Profile = _person.Profile with { Screening = [.. _person.Profile.Screening.Select(s => s with { Cleared = s.Cleared ?? today })] } };
        return true;
    }

    private void Answer(LocalDate week, LocalDateTime at, int score)
    {
        _history = _history with
        {
            Reports = _history.Reports.Add(new(week, null, ReportTime.Week, PainSite.Back, new(score), at)),
            Logs = _history.Logs.Add(new SessionLog.AllDone { Week = week, Answered = at }),
        };
        Revise(at.Date, at, RevisionCause.LateAnswer);
    }

    private Facts FactsFor(LocalDate starts, LocalDate firstDay, LocalDateTime now) => new()
    {
        Profile = _person.Profile,
        History = _history with { Weeks = Past(starts) },
        Starts = starts,
        FirstDay = firstDay,
        Now = now,
        Seed = Seed,
    };

    private ImmutableArray<PastWeek> Past(LocalDate? before) =>
        [.. _weeks.Where(w => before is null || w.Week.Starts < before).Select(w => PastWeek.Of(w.Week, delivered: true)).TakeLast(Policy.Current.MemoryWeeks)];

    /// <summary>The same person is shown the same weeks each time, and two people different ones.</summary>
    private long Seed
    {
        get
        {
            const ulong OffsetBasis = 14695981039346656037;
            const ulong Prime = 1099511628211;
            return unchecked((long)(_person.Address ?? _person.Name).Aggregate(OffsetBasis, (sum, letter) => (sum ^ letter) * Prime));
        }
    }

    private sealed record Planned(PlannedWeek Week, LocalDate FirstDay);
}
