using System.Collections.Immutable;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Content;

/// <summary>
/// The exercises of the week's strength sessions: breathing first, one front, one side, one back or hip, one or two legs. All
/// sessions of a week are the same, the second leg exercise left out where the day is short.
/// </summary>
internal sealed class StrengthPicker
{
    private const string PelvicFloor = "C19";

    private readonly Library _library;
    private readonly ContentFilter _filter;
    private readonly ContentMemory _memory;
    private readonly Policy _policy;
    private readonly ulong _seed;
    private readonly List<SessionItem> _items = new(6);

    private StrengthPicker(Library library, ContentFilter filter, ContentMemory memory, Policy policy, ulong seed)
    {
        _library = library;
        _filter = filter;
        _memory = memory;
        _policy = policy;
        _seed = seed;
    }

    public static ImmutableArray<SessionItem> Pick(Profile profile, Library library, ContentFilter filter, ContentMemory memory, Policy policy, ulong seed)
    {
        var picker = new StrengthPicker(library, filter, memory, policy, seed);
        picker.Opening();
        picker.Fill(StrengthRole.Front);
        picker.Fill(StrengthRole.Side);
        picker.Fill(StrengthRole.BackHip);
        picker.Fill(StrengthRole.Legs);
        if (!(profile.Screening.Any(s => s.Name == Screening.BirthWithinYear) && picker.TryAdd(StrengthRole.Extra, i => i.Id == PelvicFloor)))
        {
            picker.TryAdd(StrengthRole.Legs);
        }

        while (picker._items.Count < policy.StrengthLeastItems && picker.TryAdd(role: null))
        {
            // A narrow filter leaves roles empty; whatever is lawful makes up the least number.
        }

        return [.. picker._items];
    }

    /// <summary>Breathing opens every session, whatever was shown before.</summary>
    private void Opening()
    {
        if (_library.Exercises.FirstOrDefault(e => e.Role == StrengthRole.Opening && _filter.LevelOf(e) is not null) is { } first)
        {
            Add(first);
        }
    }

    /// <summary>A role without a lawful item is filled from the next one, at the end from the opening exercises.</summary>
    private void Fill(StrengthRole role)
    {
        StrengthRole[] order = role switch
        {
            StrengthRole.Front => [StrengthRole.Front, StrengthRole.Side, StrengthRole.BackHip, StrengthRole.Opening],
            StrengthRole.Side => [StrengthRole.Side, StrengthRole.BackHip, StrengthRole.Opening],
            StrengthRole.BackHip => [StrengthRole.BackHip, StrengthRole.Opening],
            _ => [role, StrengthRole.Opening],
        };
        foreach (var next in order)
        {
            if (TryAdd(next))
            {
                return;
            }
        }
    }

    private bool TryAdd(StrengthRole? role, Func<Exercise, bool>? also = null)
    {
        List<Exercise> lawful =
        [
            .. _library.Exercises.Where(e => (role is null ? e.Role != StrengthRole.Extra : RoleOf(e) == role) && also?.Invoke(e) != false && _filter.LevelOf(e) is not null),
        ];
        var places = 1 + lawful.RemoveAll(e => _items.Exists(i => i.Id == e.Id));

        // Where too few are left to take over from all at once, one changes each week: a pair that stays together tires together.
        var few = places > 1 && lawful.Count + places - 1 < 2 * places;
        var turn = _filter.Familiar(lawful);
        if ((few ? Rotation.Fresh(turn, _memory, _policy, _seed) : Rotation.Learning(turn, _memory, _policy, _seed)) is not { } choice)
        {
            return false;
        }

        Add(choice);
        return true;
    }

    /// <summary>The ball stir is an extra until it is earned; then it is one more front exercise.</summary>
    private static StrengthRole RoleOf(Exercise exercise) => exercise.Id == ContentFilter.BallStir ? StrengthRole.Front : exercise.Role;

    private void Add(Exercise exercise)
    {
        var level = _filter.LevelOf(exercise)!;
        _items.Add(new(exercise.Id, level.Level, level.Dose));
    }
}
