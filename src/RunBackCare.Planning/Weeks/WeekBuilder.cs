using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>From what the week should hold to its days: picks the content, places the sessions, chooses surfaces, then fills the days.</summary>
internal static class WeekBuilder
{
    /// <returns>A week of revision 1; whoever revises a week gives the result its number.</returns>
    public static PlannedWeek Build(Facts facts, Prescription prescription, Policy policy, Library library)
    {
        if (prescription.Training is Training.Nothing)
        {
            return Week(facts, prescription, policy, prescription.FixedDays, []);
        }

        var shoes = ShoeWear.Count(facts, policy);
        var content = WeekContent.Pick(facts, prescription, shoes, policy, library);
        var frame = WeekFrame.Of(facts, prescription);
        var wishes = RunWishes.Of(prescription, frame, policy);
        var seed = Seeded.Of(facts.Seed, facts.Starts);
        var strength = StrengthWanted(prescription, frame, content, policy);
        var stretchMinutes = frame.FixedStretch ? 0 : content.Stretches.Session.Length * policy.StretchItemMinutes;

        var placement = PlacementSearch.Best(frame, wishes, strength, stretchMinutes, prescription.Neighbours, policy, seed);
        var composer = new WeekComposer(frame, wishes, placement, content, policy);
        var runs = Runs(frame, wishes, placement, composer, prescription.FixedDays);
        var (surfaces, overShare) = SurfaceChoice.Choose(facts, prescription, runs, policy, seed);
        var placed = surfaces.AsSpan()[^(wishes.Walking ? 0 : DayMask.Count(placement.Runs))..];
        var days = composer.Compose(
            prescription.FixedDays,
            placed,
            prescription.Hills ? HillDay(placement, placed, prescription.FixedDays) : -1,
            offerWalk: !wishes.Walking && prescription.Decision < Decision.WalkOnly);

        var givenUp = new GivenUp(facts, prescription, frame, wishes, placement, policy).Read(strength, overShare);
        return Week(facts, prescription, policy, days, givenUp) with
        {
            Cue = days.Any(day => day.Has<Session.Run>()) ? content.Cue : null,
            Lesson = content.Lesson,
            Shoes = shoes,
            Swaps = content.Swaps,
        };
    }

    private static PlannedWeek Week(Facts facts, Prescription prescription, Policy policy, ImmutableArray<PlannedDay> days, ImmutableArray<Reason> givenUp) => new()
    {
        Starts = facts.Starts,
        Decision = prescription.Decision,
        Row = prescription.Row,
        Rung = prescription.Rung,
        Standing = prescription.Standing,
        CutBack = prescription.CutBack,
        StepsUp = prescription.StepsUp,
        Paused = prescription.Paused,
        Provisional = prescription.Provisional,
        Return = prescription.Return,
        Acute = prescription.Acute,
        StrengthLevel = prescription.StrengthLevel,
        Policy = policy.Version,
        CapRunSeconds = prescription.CapSeconds,
        Reasons = [.. prescription.Reasons, .. givenUp],
        Revision = 1,
        Referral = prescription.Referral,
        Days = days,
    };

    private static int StrengthWanted(Prescription prescription, WeekFrame frame, WeekContent content, Policy policy)
    {
        if (content.Strength.IsEmpty)
        {
            return 0;
        }

        var wanted = frame.Partial ? Math.Min(prescription.Strength, policy.PartialWeekStrength) : prescription.Strength;
        return Math.Max(0, wanted - DayMask.Count(frame.FixedStrengthDays));
    }

    private static List<PlacedRun> Past(ImmutableArray<PlannedDay> past) =>
    [
        .. from day in past
           from run in day.Sessions.OfType<Session.Run>()
           select new PlacedRun(day.Date, run.RunTotalSeconds, run.Longest, run.Surface),
    ];

    private static ReadOnlySpan<PlacedRun> Runs(WeekFrame frame, RunWishes wishes, Placement placement, WeekComposer composer, ImmutableArray<PlannedDay> past)
    {
        var runs = Past(past);
        for (var day = 0; day < DayMask.Days && !wishes.Walking; day++)
        {
            if (DayMask.Has(placement.Runs, day))
            {
                runs.Add(new(frame.DateOf(day), composer.FitOn(day).TotalSeconds, day == placement.Longest, Surface: null));
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs);
    }

    /// <summary>Hills come on one run a week, never the longest, and on ground that has any.</summary>
    /// <param name="surfaces">Of the placed runs, in order.</param>
    private static int HillDay(Placement placement, ReadOnlySpan<Surface> surfaces, ImmutableArray<PlannedDay> past)
    {
        var hills = -1;
        if (placement.Longest < 0 || past.Any(day => day.Sessions.Any(session => session is Session.Run { Hills: true })))
        {
            return hills;
        }

        var run = 0;
        for (var day = 0; day < DayMask.Days; day++)
        {
            if (DayMask.Has(placement.Runs, day) && surfaces[run++] is Surface.Road or Surface.Trail or Surface.Grass && day != placement.Longest)
            {
                hills = day;
            }
        }

        return hills;
    }
}
