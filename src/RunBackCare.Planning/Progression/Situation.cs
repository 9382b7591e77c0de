using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>Everything the rows of the decision table ask about, worked out once.</summary>
internal sealed class Situation
{
    public Situation(Facts facts, Policy policy)
    {
        Facts = facts;
        Policy = policy;
        Record = RunnerRecord.Of(facts, policy);
        Ceiling = Ladder.Ceiling(facts.Profile, policy);
        First = Record.Weeks.Length < policy.MemoryWeeks && Record.Weeks.All(w => w.Plan.Paused);
        var entry = First ? EntryRung.Of(facts.Profile, facts.FirstDay, policy) : Record.Weeks[0].Plan.Standing;
        Standing = First ? entry : Math.Min(Record.Weeks[^1].Plan.Standing, Ceiling);
        Load = Load.Of(Record, facts, entry, EntrySeconds(facts.Profile, entry, policy), policy);
        Hold = Holds.InForce(facts.History, facts.FirstDay, policy)
            ?? (ProfileRules.Stops(facts.Profile).IsEmpty ? null : new Hold(SafetyLevel.C, facts.FirstDay, Ended: null));
        SilentWeeks = Silence.Weeks(Record, facts.History, policy);
        Break = First || Standing == Ladder.Bottom ? null : Break.Of(Record, Load.LastRun, facts, policy);
    }

    public Facts Facts { get; }

    public Policy Policy { get; }

    public RunnerRecord Record { get; }

    /// <summary>Highest rung that goal and days allow.</summary>
    public int Ceiling { get; }

    /// <summary>Rung on which the person stands before this decision.</summary>
    public int Standing { get; }

    public Load Load { get; }

    public Hold? Hold { get; }

    public int SilentWeeks { get; }

    public Break? Break { get; }

    /// <summary>Nothing was ever trained here.</summary>
    public bool First { get; }

    public Profile Profile => Facts.Profile;

    /// <summary>The week that decides; null before the first.</summary>
    public WeekRecord? Week => Record.Last;

    public WeekPain? Pain => Week?.Pain;

    /// <summary>Usual pain against which the deciding week is read.</summary>
    public decimal Usual => Week?.Usual ?? Profile.Back.UsualPain;

    public bool Partial => Facts.FirstDay != Facts.Starts;

    /// <summary>The last week that was not paused was walking in place of running.</summary>
    public bool Walking => !First && Record.Weeks.LastOrDefault(w => w.Walking || !w.Plan.Paused) is { Walking: true };

    public bool AfterPause => !First && (Week!.Plan.Paused || Facts.History.Pauses.Any(p => p.From < Facts.FirstDay && (p.To is null || p.To >= Week.Plan.Starts)));

    /// <summary>A pause that is still on when the week begins.</summary>
    public Pause? Pause => Facts.History.Pauses.FirstOrDefault(p => p.From <= Facts.FirstDay && (p.To is null || p.To >= Facts.FirstDay));

    /// <summary>A hold ended and no week was planned since.</summary>
    public bool AfterHold => Holds.LastEnded(Facts.History, Facts.FirstDay, Policy) is { } ended && (Week is null || Week.Plan.Starts <= ended);

    /// <summary>Runs without breaks, beyond the ladder.</summary>
    public bool Continuous => Profile.Goal == Goal.Build && Standing == Ladder.Top;

    public bool CutBackDue => Week is { } week
        && week.RunningWeeks >= Policy.WeeksBeforeCutBack
        && Standing >= Policy.CutBackFromRung
        && (Standing < Ladder.Top || (Continuous && week.LongRun.Seconds > Policy.OtherRunSeconds));

    public int? LastLevel => Record.Weeks.LastOrDefault(w => w.Pain.Answered)?.Pain.Worst;

    /// <summary>The answered week before the deciding one, in a streak.</summary>
    public WeekRecord? Before => Record.Streak.FirstOrDefault(w => w != Week);

    private static int EntrySeconds(Profile profile, int entry, Policy policy) =>
        profile.Goal == Goal.Build && entry == Ladder.Top
            ? Math.Max((int)(profile.LongestRunMinutes * 60), policy.OtherRunSeconds)
            : Ladder.Rungs[entry].RunTotalSeconds;
}
