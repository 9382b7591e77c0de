using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>
/// A planned week made gentle in its middle. Nothing moves: each run of the days left becomes a walk on its own day, and what else
/// stands there keeps only what is calm enough. A week that people already know by heart should not be shuffled as well.
/// </summary>
internal static class Softening
{
    public static PlannedWeek Soften(Facts facts, PlannedWeek current, Prescription prescription, Policy policy, Library library)
    {
        var content = WeekContent.Pick(facts, prescription, current.Shoes, policy, library);
        var open = prescription.FixedDays.Length;
        return current with
        {
            Decision = prescription.Decision,
            Row = prescription.Row,
            Rung = prescription.Rung,
            Standing = prescription.Standing,
            CutBack = prescription.CutBack,
            StepsUp = prescription.StepsUp,
            Provisional = prescription.Provisional,
            Return = prescription.Return,
            Acute = true,
            StrengthLevel = 1,
            Policy = policy.Version,
            Reasons = prescription.Reasons,
            Referral = prescription.Referral,
            Lesson = content.Lesson,
            Swaps = content.Swaps,
            Days = [.. current.Days.Take(open), .. current.Days.Skip(open).Select(day => Soften(day, facts, prescription, content, policy, library))],
        };
    }

    private static PlannedDay Soften(PlannedDay day, Facts facts, Prescription prescription, WeekContent content, Policy policy, Library library)
    {
        var sessions = ImmutableArray.CreateBuilder<Session>(day.Sessions.Length);
        foreach (var session in day.Sessions)
        {
            switch (session)
            {
                case Session.Run:
                    sessions.Add(new Session.Walk { Minutes = WalkMinutes(day.Date, facts, policy) });
                    break;
                case Session.Strength strength when prescription.Strength > 0:
                    sessions.Add(Calm(strength, content, policy, library));
                    break;
                case Session.Stretch when content.Stretches.Session is { IsEmpty: false } stretches:
                    sessions.Add(new Session.Stretch { Minutes = stretches.Length * policy.StretchItemMinutes, Items = stretches });
                    break;
                case Session.Roll roll when !content.Roll.IsEmpty && day.Has<Session.Stretch>():
                    sessions.Add(roll with { Items = content.Roll });
                    break;
                case Session.Walk or Session.Swap:
                    sessions.Add(session);
                    break;
            }
        }

        if (sessions.Count == 0)
        {
            sessions.Add(new Session.Rest { Minutes = 0 });
        }

        return day with { Sessions = sessions.ToImmutable() };
    }

    /// <summary>What is calm stays, at its calm level; what is missing to a session comes from the calm picks of the week.</summary>
    private static Session.Strength Calm(Session.Strength strength, WeekContent content, Policy policy, Library library)
    {
        var items = new List<SessionItem>(strength.Items.Length);
        foreach (var item in strength.Items)
        {
            if (library.TryFind(item.Id, out var found) && found is Exercise exercise
                && exercise.Levels.LastOrDefault(l => l.Level <= Math.Min(item.Level, Math.Min(1, exercise.AcuteUpTo))) is { } level)
            {
                items.Add(new(item.Id, level.Level, level.Dose));
            }
        }

        foreach (var extra in content.Strength)
        {
            if (items.Count < policy.StrengthLeastItems && !items.Exists(i => i.Id == extra.Id))
            {
                items.Add(extra);
            }
        }

        return strength with { Items = [.. items], Minutes = Math.Clamp(items.Count * policy.StrengthItemMinutes, policy.StrengthLeastMinutes, Math.Max(policy.StrengthLeastMinutes, strength.Minutes)) };
    }

    private static int WalkMinutes(LocalDate day, Facts facts, Policy policy) =>
        facts.Profile.Days[day.DayOfWeek] is > 0 and var most ? Math.Min(policy.WalkMinutes, most) : policy.WalkMinutes;
}
