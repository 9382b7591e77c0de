using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Content;

/// <summary>Which items this person may be shown this week: by what hurts, by how calm it must be, by what is at home, by level.</summary>
internal sealed class ContentFilter(Facts facts, Prescription prescription, ContentMemory memory, Policy policy)
{
    public const string BallStir = "C20";
    private const string FrontPlank = "C08";

    private readonly Kit _kit = facts.Profile.Kit | Kit.Mat;

    private readonly LoadTags _hidden = facts.Profile.Back.Worse switch
    {
        Direction.Bending => LoadTags.Flex,
        Direction.Arching => LoadTags.Ext,
        _ => LoadTags.None,
    };

    // The ball stir comes only after weeks of the front plank at its highest level.
    private readonly bool _ballEarned =
        prescription.StrengthLevel == 3
        && facts.History.Weeks.Count(w => w.Starts < facts.Starts && w.Levels.Contains(new(FrontPlank, 3))) >= policy.PlankWeeksBeforeBall;

    /// <summary>
    /// Highest level of the exercise that is allowed; null where none is. Each begins at its first level and rises by one at a time, only in a week in
    /// which the runs do not.
    /// </summary>
    public ExerciseLevel? LevelOf(Exercise exercise)
    {
        if (Hides(exercise.Tags) || (exercise.Id == BallStir && !_ballEarned))
        {
            return null;
        }

        var most = prescription.Acute ? Math.Min(exercise.AcuteUpTo, prescription.StrengthLevel) : prescription.StrengthLevel;
        var before = memory.LevelOf(exercise.Id);
        most = Math.Min(most, Math.Max(exercise.Levels[0].Level, MayRise ? before + 1 : before));
        ExerciseLevel? highest = null;
        foreach (var level in exercise.Levels)
        {
            if (level.Level <= most && AtHome(level.Needs))
            {
                highest = level;
            }
        }

        return highest;
    }

    public bool Allows(WarmUp drill) =>
        !Hides(drill.Tags) && Calm(drill.Acute) && drill.FromRung <= prescription.Rung && !(drill.GreenOnly && prescription.Amber);

    public bool Allows(Stretch stretch) => !Hides(stretch.Tags) && Calm(stretch.Acute) && AtHome(stretch.Needs);

    public bool Allows(Roll roll) => !Hides(roll.Tags) && Calm(roll.Acute) && roll.Level <= prescription.StrengthLevel;

    public bool Allows(Swap swap) => !Hides(swap.Tags) && Calm(swap.Acute) && AtHome(swap.Needs);

    /// <summary>In a week without anything new, what was shown before comes first.</summary>
    public IEnumerable<T> Familiar<T>(IEnumerable<T> allowed)
        where T : ContentItem
    {
        if (prescription.NewContent)
        {
            return allowed;
        }

        T[] all = [.. allowed];
        T[] known = [.. all.Where(i => memory.Knows(i.Id))];
        return known.Length > 0 ? known : all;
    }

    private bool MayRise => prescription is { Decision: Decision.Hold or Decision.Progress, StepsUp: false };

    private bool Hides(LoadTags tags) => (tags & _hidden) != LoadTags.None;

    private bool Calm(bool acute) => acute || !prescription.Acute;

    private bool AtHome(Kit needs) => (needs & ~_kit) == Kit.None;
}
