using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

/// <summary>Some months of one subscriber: when they confirmed, and what they changed afterwards.</summary>
/// <param name="Changes">In order of time.</param>
internal sealed record Life(SendSlot Slot, Instant Confirmed, ImmutableArray<Change> Changes, Instant Ends);

internal abstract record Change(Instant At)
{
    public sealed record Slot(Instant At, IsoDayOfWeek Day, LocalTime Hour) : Change(At);

    public sealed record Zone(Instant At, DateTimeZone To) : Change(At);

    /// <param name="Days">Null for a pause without an end.</param>
    public sealed record Pause(Instant At, int InDays, int? Days) : Change(At);

    public sealed record Resume(Instant At) : Change(At);

    /// <summary>No job runs for so long.</summary>
    public sealed record Outage(Instant At, Duration Length) : Change(At);
}

/// <summary>What one person knew and wanted at a moment: pauses and slot as they stood.</summary>
internal sealed record Moment(Instant At, SendSlot Slot, ImmutableArray<Pause> Pauses);

internal sealed record PlannedAt(LocalDate Starts, LocalDate FirstDay, Moment When);

/// <summary>Lives a <see cref="Life"/> by the worker's own rules, a job every five minutes.</summary>
internal sealed class LivedLife
{
    private static readonly Duration Every = Duration.FromMinutes(5);

    private readonly Subscriber _someone;
    private readonly List<PlannedAt> _planned = [];
    private readonly List<Moment> _moments = [];
    private ImmutableArray<PastWeek> _weeks = [];
    private ImmutableArray<Pause> _pauses = [];
    private Instant _jobsRunFrom = Instant.MinValue;

    private LivedLife(Life life)
    {
        _someone = People.Someone(zone: life.Slot.Zone.Id, sendDay: life.Slot.Day, sendAt: life.Slot.At);
        Reschedule(life.Confirmed);
        foreach (var change in life.Changes)
        {
            RunJobsUntil(change.At);
            Apply(change);
            Reschedule(change.At);
        }

        RunJobsUntil(life.Ends);
    }

    /// <summary>In the order in which they were planned.</summary>
    public IReadOnlyList<PlannedAt> Planned => _planned;

    /// <summary>Every moment at which something changed or was planned.</summary>
    public IReadOnlyList<Moment> Moments => _moments;

    public static LivedLife Of(Life life) => new(life);

    private void RunJobsUntil(Instant end)
    {
        while (_someone.NextPlanAt is { } next && Tick(next) is var now && now < end)
        {
            var person = new PlannedPerson(_someone, _weeks, _pauses);
            if (person.Due(now) is { } due)
            {
                Remember(now);
                _planned.Add(new(due.Starts, due.FirstDay, _moments[^1]));
                _weeks = [.. _weeks.Add(PastWeek.Of(SimplePlans.Plan(person.FactsFor(due, now)), delivered: true)).OrderBy(w => w.Starts)];
                person.Settle(due, now);
            }
            else
            {
                person.PutOff(now);
                Assert.True(_someone.NextPlanAt is null || _someone.NextPlanAt > now, "Put off, and due again at once: the job would never end.");
            }
        }
    }

    private Instant Tick(Instant next)
    {
        var from = Instant.Max(next, _jobsRunFrom).ToUnixTimeSeconds();
        var step = (long)Every.TotalSeconds;
        return Instant.FromUnixTimeSeconds((from + step - 1) / step * step);
    }

    private void Apply(Change change)
    {
        var today = change.At.InZone(SendSlot.Of(_someone).Zone).Date;
        switch (change)
        {
            case Change.Slot slot:
                (_someone.SendDay, _someone.SendAt) = (slot.Day, slot.Hour);
                break;
            case Change.Zone zone:
                _someone.Zone = zone.To.Id;
                break;
            case Change.Pause pause:
                var from = today.PlusDays(pause.InDays);
                _pauses = _pauses.Add(new(from, pause.Days is { } days ? from.PlusDays(days - 1) : null, PauseCause.Asked));
                break;
            case Change.Resume:
                _pauses = [.. _pauses.Where(p => p.From < today).Select(p => p.To is { } to && to < today ? p : p with { To = today.PlusDays(-1) })];
                break;
            case Change.Outage outage:
                _jobsRunFrom = change.At + outage.Length;
                break;
        }
    }

    private void Reschedule(Instant now)
    {
        PlanSchedule.Reschedule(_someone, _pauses, _weeks.Select(w => w.Starts).ToHashSet(), now);
        Remember(now);
    }

    private void Remember(Instant now) => _moments.Add(new(now, SendSlot.Of(_someone), _pauses));
}
