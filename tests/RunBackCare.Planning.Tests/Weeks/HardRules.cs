using NodaTime;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>The hard rules of the week, read off the training rules and checked on the finished week alone, without the search's own terms.</summary>
internal static class HardRules
{
    public static void Check(PlannedWeek week, Facts facts, Prescription prescription, Library? library = null)
    {
        if (prescription.Training is Training.Nothing)
        {
            Assert.Equal(prescription.FixedDays, week.Days);
            return;
        }

        var first = prescription.FixedDays.IsEmpty ? facts.FirstDay : prescription.FixedDays[0].Date;
        Assert.Equal(Enumerable.Range(0, 7).Select(facts.Starts.PlusDays).Where(d => d >= first), week.Days.Select(d => d.Date));
        foreach (var day in week.Days)
        {
            Assert.NotEmpty(day.Sessions);
            Assert.True(day.Sessions.Length == 1 || !day.Sessions.Any(s => s is Session.Rest), "a rest stands alone");
            Assert.Equal(day.Sessions.Length, day.Sessions.Select(s => s.GetType()).Distinct().Count());
        }

        RunsAreSpaced(week, facts, prescription);
        OneDayRests(week);
        DaysHoldWhatTheyCan(week, facts, prescription);
        StrengthKeepsItsPlace(week, facts, prescription);
        SurfacesVary(week, facts, prescription);
        ContentIsAllowed(week, facts, prescription, library ?? TestLibrary.Library);
        RunsStayWithinTheCap(week, prescription);
        EveryRunIsComplete(week, facts, library ?? TestLibrary.Library);
        PastIsKept(week, prescription);
    }

    // 1
    private static void RunsAreSpaced(PlannedWeek week, Facts facts, Prescription prescription)
    {
        bool PastRan(LocalDate day) => facts.History.Weeks.Any(w => w.Starts < facts.Starts && w.Runs.Any(r => r.Day == day));
        bool Ran(LocalDate day) => day < facts.Starts ? PastRan(day) : week.Days.Any(d => d.Date == day && d.Sessions.Any(s => s is Session.Run));
        var days = Replanned(week, prescription).Where(d => d.Sessions.Any(s => s is Session.Run)).Select(d => d.Date).ToArray();
        foreach (var day in days)
        {
            if (!prescription.Neighbours)
            {
                Assert.False(Ran(day.PlusDays(-1)), $"runs on neighbouring days: {day}");
            }
            else if (Ran(day.PlusDays(-1)))
            {
                Assert.False(Ran(day.PlusDays(-2)), $"three runs in a row: {day}");
                var run = week.Days.Single(d => d.Date == day).Sessions.OfType<Session.Run>().Single();
                Assert.True(run.RunTotalSeconds * 2 <= WholeOf(prescription), "a run on the day after a run stays at half");
            }
        }

        var all = week.Days.Count(d => d.Sessions.Any(s => s is Session.Run));
        Assert.True(all <= prescription.Runs + prescription.FixedDays.Length);
        if (!prescription.Neighbours)
        {
            Assert.True(all <= 4 - (prescription.FixedDays.IsEmpty ? 1 : 0), "at most three runs without neighbours");
        }

        if (week.Days.Length < 7)
        {
            Assert.True(all <= week.Days.Length / 2, "at most one run per two days of a partial week");
        }

        var half = Math.Min(prescription.HalfRuns, Math.Max(0, all - (prescription.Runs - prescription.HalfRuns)));
        if (prescription.FixedDays.IsEmpty)
        {
            var halves = Given.RunsOf(week).Count(r => r.RunTotalSeconds * 2 <= WholeOf(prescription));
            Assert.True(halves >= half, $"{half} runs stay at half, {halves} do");
        }
    }

    /// <summary>The most running a whole run may have had: a half run is at most half of it.</summary>
    private static int WholeOf(Prescription prescription) => prescription.Training switch
    {
        Training.OfRung { Rung: var rung } => Ladder.Rungs[rung].RunTotalSeconds,
        Training.Continuous { RunSeconds: var seconds } => seconds[0],
        _ => 0,
    };

    // 2
    private static void OneDayRests(PlannedWeek week) =>
        Assert.Contains(week.Days, d => d.Sessions is [Session.Rest]);

    // 3
    private static void DaysHoldWhatTheyCan(PlannedWeek week, Facts facts, Prescription prescription)
    {
        foreach (var day in Replanned(week, prescription))
        {
            if (facts.Profile.Blackout.Any(b => b.Contains(day.Date)))
            {
                Assert.True(day.Sessions is [Session.Rest], "nothing on a day away");
            }

            var most = facts.Profile.Days[day.Date.DayOfWeek];
            var minutes = day.Sessions.Where(s => s is not Session.Roll).Sum(s => s.Minutes);
            if (most == 0)
            {
                Assert.DoesNotContain(day.Sessions, s => s is Session.Run or Session.Walk or Session.Swap);
                Assert.True(minutes <= 30, $"{minutes} minutes on a day without time to run");
            }
            else
            {
                Assert.True(minutes <= most, $"{minutes} minutes on a day of {most}");
            }

            foreach (var roll in day.Sessions.OfType<Session.Roll>())
            {
                Assert.InRange(roll.Minutes, 1, 5);
            }
        }
    }

    // 4
    private static void StrengthKeepsItsPlace(PlannedWeek week, Facts facts, Prescription prescription)
    {
        var runs = Given.RunsOf(week);
        if (runs.Length > 0 && Replanned(week, prescription).Any(d => d.Sessions.Any(s => s is Session.Run)))
        {
            var longest = Assert.Single(week.Days, d => d.Sessions.Any(s => s is Session.Run { Longest: true }));
            var run = longest.Sessions.OfType<Session.Run>().Single();
            Assert.True(prescription.FixedDays.Contains(longest) || run.RunTotalSeconds == Replanned(week, prescription).SelectMany(d => d.Sessions).OfType<Session.Run>().Max(r => r.RunTotalSeconds), "the longest has the most running");
            var before = longest.Date.PlusDays(-1);
            var strengthBefore = before < facts.Starts
                ? facts.History.Weeks.Any(w => w.Starts < facts.Starts && w.Strength.Contains(before))
                : week.Days.Any(d => d.Date == before && d.Sessions.Any(s => s is Session.Strength));
            Assert.True(!strengthBefore || prescription.FixedDays.Contains(longest), "no strength on the day before the longest run");
        }

        var strength = Replanned(week, prescription).SelectMany(d => d.Sessions).OfType<Session.Strength>().ToArray();
        Assert.All(strength, s => Assert.InRange(s.Minutes, 15, 20));
        Assert.True(strength.Length <= prescription.Strength);

        var sessions = week.Days.Count(d => d.Sessions.Any(s => s is Session.Strength));
        var least = prescription.Strength == 0 ? 0 : week.Days.Length < 7 ? 1 : Math.Min(2, prescription.Strength);
        Assert.True(sessions >= least || Said(week, "gave-up-second-strength") || Said(week, "gave-up-strength") || Away(week, facts), "strength sessions missing without a word");
        Assert.True(week.Days.Any(d => d.Sessions.Any(s => s is Session.Stretch)) || Away(week, facts), "no stretch session");
    }

    // 5
    private static void SurfacesVary(PlannedWeek week, Facts facts, Prescription prescription)
    {
        var runs = Given.RunsOf(week);
        var placed = Replanned(week, prescription).SelectMany(d => d.Sessions).OfType<Session.Run>().ToArray();
        Assert.All(placed, r => Assert.Contains(r.Surface, facts.Profile.Surfaces));
        var known = facts.History.Weeks.Where(w => w.Starts < facts.Starts).SelectMany(w => w.Runs).Select(r => r.Surface).Append(facts.Profile.UsualSurface).ToHashSet();
        var met = placed.Where(r => !known.Contains(r.Surface)).ToArray();
        Assert.True(met.Length <= 1 && (met.Length == 0 || runs.Count(r => !known.Contains(r.Surface)) == 1), "one new surface on one run");
        Assert.True(met.Length == 0 || prescription.NewSurface || known.Count(facts.Profile.Surfaces.Contains) < 2, "a new surface only when one may come");
        Assert.True(prescription.Hills || !placed.Any(r => r.Hills), "no hills");
        if (prescription.FamiliarSurface || facts.Profile.Surfaces.Length < 2 || runs.Length < 2 || placed.Length == 0)
        {
            return;
        }

        Assert.True(runs.Select(r => r.Surface).Distinct().Count() >= 2, "two surfaces");
        var share = runs.GroupBy(r => r.Surface).Max(g => g.Sum(r => r.RunTotalSeconds));
        if (runs.Length >= 3 && share * 3 > runs.Sum(r => r.RunTotalSeconds) * 2)
        {
            Assert.True(Said(week, "gave-up-surface-share"), "more than two thirds on one surface without a word");
            if (prescription.FixedDays.IsEmpty)
            {
                var mayMeet = prescription.NewSurface || known.Count(facts.Profile.Surfaces.Contains) < 2 ? 1 : 0;
                Assert.Equal(LeastShare([.. runs.Select(r => r.RunTotalSeconds)], [.. facts.Profile.Surfaces], known, mayMeet), share);
            }
        }
    }

    /// <summary>The smallest share that the most used surface can have, by trying every choice.</summary>
    private static int LeastShare(int[] seconds, Surface[] reachable, HashSet<Surface> known, int mayMeet)
    {
        IEnumerable<Surface[]> choices = [[]];
        foreach (var _ in seconds)
        {
            choices = choices.SelectMany(c => reachable, (c, s) => (Surface[])[.. c, s]);
        }

        return choices
            .Where(c => c.Count(s => !known.Contains(s)) <= mayMeet)
            .Min(c => c.Select((s, i) => (s, seconds[i])).GroupBy(x => x.s).Max(g => g.Sum(x => x.Item2)));
    }

    // 6
    private static void ContentIsAllowed(PlannedWeek week, Facts facts, Prescription prescription, Library library)
    {
        var hidden = facts.Profile.Back.Worse switch { Direction.Bending => LoadTags.Flex, Direction.Arching => LoadTags.Ext, _ => LoadTags.None };
        var kit = facts.Profile.Kit | Kit.Mat;
        foreach (var session in Replanned(week, prescription).SelectMany(d => d.Sessions))
        {
            foreach (var id in session.ContentIds)
            {
                switch (library[id])
                {
                    case Exercise exercise:
                        var shown = ((Session.Strength)session).Items.Single(i => i.Id == id);
                        Assert.Equal(LoadTags.None, exercise.Tags & hidden);
                        Assert.True(shown.Level <= prescription.StrengthLevel && (!prescription.Acute || shown.Level <= exercise.AcuteUpTo), $"{id} at {shown.Level}");
                        Assert.Equal(Kit.None, exercise.Levels.Single(l => l.Level == shown.Level).Needs & ~kit);
                        break;
                    case WarmUp drill:
                        Assert.Equal(LoadTags.None, drill.Tags & hidden);
                        Assert.True((drill.Acute || !prescription.Acute) && drill.FromRung <= prescription.Rung && !(drill.GreenOnly && prescription.Amber), id);
                        break;
                    case Stretch stretch:
                        Assert.Equal(LoadTags.None, stretch.Tags & hidden);
                        Assert.True(stretch.Acute || !prescription.Acute, id);
                        Assert.Equal(Kit.None, stretch.Needs & ~kit);
                        break;
                    case Roll roll:
                        Assert.Equal(LoadTags.None, roll.Tags & hidden);
                        Assert.True(roll.Acute || !prescription.Acute, id);
                        break;
                    default:
                        Assert.Fail($"{id} has no place in a session");
                        break;
                }
            }

            if (session is Session.Strength strength)
            {
                Assert.True(strength.Items.Length >= 4, $"{strength.Items.Length} items of strength");
                Assert.Equal("C01", strength.Items[0].Id);
                Assert.Equal(strength.Items.Length, strength.Items.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count());
            }
        }
    }

    // 7
    private static void RunsStayWithinTheCap(PlannedWeek week, Prescription prescription)
    {
        foreach (var run in Replanned(week, prescription).SelectMany(d => d.Sessions).OfType<Session.Run>())
        {
            Assert.True(run.RunTotalSeconds <= prescription.CapSeconds, $"{run.RunTotalSeconds} s over the cap of {prescription.CapSeconds} s");
            Assert.True(run.Reps > 0 && run.RunSeconds > 0);
            Assert.Equal(5 + (int)Math.Ceiling(run.Reps * (run.RunSeconds + run.WalkSeconds) / 60.0) + 5, run.Minutes);
            switch (prescription.Training)
            {
                case Training.OfRung { Rung: var rung }:
                    Assert.True(run.RunTotalSeconds <= Ladder.Rungs[rung].RunTotalSeconds, "more running than the rung");
                    Assert.True(run.RunSeconds <= Ladder.Rungs[rung].RunSeconds, "a longer bout than the rung's");
                    break;
                case Training.Continuous { RunSeconds: var seconds }:
                    Assert.True(run.RunTotalSeconds <= seconds[0]);
                    Assert.Equal(0, run.RunSeconds % 60);
                    break;
                default:
                    Assert.Fail("a run in a week of walking");
                    break;
            }
        }
    }

    // 9
    private static void EveryRunIsComplete(PlannedWeek week, Facts facts, Library library)
    {
        foreach (var day in week.Days)
        {
            foreach (var run in day.Sessions.OfType<Session.Run>())
            {
                Assert.Equal("W01", run.Before[0]);
                Assert.True(run.Before.Length > 1);
                Assert.InRange(run.Before.Skip(1).Sum(id => ((WarmUp)library[id]).Seconds), 90, 300);
                var areas = run.After.Select(id => ((Stretch)library[id]).Area).ToArray();
                Assert.Equal([StretchArea.Hip, StretchArea.Glute, StretchArea.Hamstring, StretchArea.Calf], areas);
            }

            foreach (var stretch in day.Sessions.OfType<Session.Stretch>())
            {
                var areas = stretch.Items.Select(i => ((Stretch)library[i.Id]).Area).CountBy(a => a).ToDictionary();
                Assert.InRange(areas[StretchArea.Hip], 1, 2);
                Assert.Equal(1, areas[StretchArea.Glute]);
                Assert.InRange(areas[StretchArea.Hamstring], 1, 2);
                Assert.Equal(1, areas[StretchArea.Calf]);
                Assert.Equal(2 * stretch.Items.Length, stretch.Minutes);
            }

            var roller = facts.Profile.Kit.HasFlag(Kit.Roller);
            var wanted = roller && day.Sessions.Any(s => s is Session.Stretch or Session.Run { Longest: true });
            Assert.Equal(wanted, day.Sessions.Any(s => s is Session.Roll));
        }
    }

    // 10
    private static void PastIsKept(PlannedWeek week, Prescription prescription) =>
        Assert.Equal(prescription.FixedDays, week.Days[..prescription.FixedDays.Length]);

    private static IEnumerable<PlannedDay> Replanned(PlannedWeek week, Prescription prescription) => week.Days.Skip(prescription.FixedDays.Length);

    private static bool Said(PlannedWeek week, string code) => week.Reasons.Any(r => r.Code == code);

    /// <summary>Hardly a day is left once blackout days are gone.</summary>
    private static bool Away(PlannedWeek week, Facts facts) => week.Days.Count(d => d.Date >= facts.FirstDay && !facts.Profile.Blackout.Any(b => b.Contains(d.Date))) < 2;
}
