using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>All that the library gives to one week.</summary>
internal sealed record WeekContent
{
    public required ImmutableArray<SessionItem> Strength { get; init; }

    public required StretchPicker Stretches { get; init; }

    public required ImmutableArray<SessionItem> Roll { get; init; }

    public required ImmutableArray<string> WarmUp { get; init; }

    public required ImmutableArray<string> Swaps { get; init; }

    public required string? Cue { get; init; }

    public required string? Lesson { get; init; }

    public static WeekContent Pick(Facts facts, Prescription prescription, ShoeCounter? shoes, Policy policy, Library library)
    {
        var memory = ContentMemory.Of(facts.History, facts.Starts);
        var filter = new ContentFilter(facts, prescription, memory, policy);
        var seed = Seeded.Mix(unchecked((ulong)facts.Seed));
        return new()
        {
            Strength = StrengthPicker.Pick(facts.Profile, library, filter, memory, policy, seed),
            Stretches = StretchPicker.Pick(library, filter, memory, policy, seed),
            Roll = RollPicker.Pick(facts.Profile, library, filter, memory, policy),
            WarmUp = WarmUpPicker.Pick(library, filter, memory, policy, seed),
            Swaps = SwapPicker.Pick(library, filter, policy, Seeded.Of(facts.Seed, facts.Starts)),
            Cue = LessonPicker.Cue(prescription, library, memory),
            Lesson = LessonPicker.Lesson(facts, prescription, shoes, library, memory, policy),
        };
    }
}
