using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Tests;

/// <summary>A small library with one of everything a mail can show, so that a snapshot changes when a mail does and not when a how-to does.</summary>
internal static class SampleLibrary
{
    public static Library Value { get; } = new(
        "sample",
        [
            Exercise("C01", "Breathing brace", StrengthRole.Opening),
            Exercise("C05", "Bird dog", StrengthRole.BackHip, "Reach an arm and the opposite leg."),
            Exercise("C07", "Side plank", StrengthRole.Side),
            Exercise("C09", "Bridge", StrengthRole.BackHip),
            Exercise("C16", "Sit to stand", StrengthRole.Legs),
        ],
        [
            WarmUp("W01", "Brisk walk", "5 min", 300),
            WarmUp("W02", "Slow cat-camel", "6 to 8 times", 40),
            WarmUp("W03", "Ankle rocks", "8 a side", 50),
            WarmUp("W07", "Marching high knees", "20 steps", 40),
        ],
        [
            Stretch("T01", "Half-kneeling hip stretch", StretchArea.Hip, "Pad the knee."),
            Stretch("T06", "Lying figure-four", StretchArea.Glute),
            Stretch("T08", "Lying hamstring stretch with a strap", StretchArea.Hamstring, "Stop if the leg tingles."),
            Stretch("T11", "Straight-knee calf stretch", StretchArea.Calf),
        ],
        [Roll("F01", "Glute"), Roll("F02", "Both calves")],
        [
            Swap("X01", "Walk", LoadTags.None, acute: true),
            Swap("X02", "Nordic walk", LoadTags.None, acute: true, Kit.Poles),
            Swap("X03", "Cycle", LoadTags.Flex),
            Swap("X04", "Swim", LoadTags.Ext),
        ],
        [new Cue { Id = "Q04", Name = "Light belly tone", HowTo = "Tighten your belly as if for a light cough, and keep breathing. Try it for a minute, forget it for two.", Certainty = Certainty.Convention }],
        [
            new Lesson { Id = "E04", Name = "Why walk breaks work", HowTo = "In the one trial most like this plan, people with back trouble ran in short bouts with walks between. It went well for most of them.", Certainty = Certainty.Trial, Sources = ["R08"] },
            new Lesson { Id = "E15", Name = "Your plan for a flare", HowTo = "A flare can feel as if everything so far had been for nothing; it has not. Keep moving in small portions.", Certainty = Certainty.Guideline, Sources = ["R16"] },
        ],
        [
            Evidence("R01", Certainty.Cohort, "Injuries came more often when a run was far longer than the longest of the 30 days before.", "Frandsen et al., Br J Sports Med 2025"),
            Evidence("R06", Certainty.Cohort, "A first week of more than 3 km went with more injuries.", "Nielsen et al., Int J Sports Phys Ther 2014"),
            Evidence("R08", Certainty.Trial, "In a small trial, twelve weeks of run-walk eased lasting back pain more than waiting did.", "Neason et al., Br J Sports Med 2024"),
            Evidence("R16", Certainty.Trial, "With a walking programme, half of the people had no new limiting bout for 208 days; without it, for 112.", "Pocovi et al., Lancet 2024"),
        ],
        [
            new("N01", ItemKind.WarmUp, "The brisk walk first, then the drills."),
            new("N02", ItemKind.Strength, "Pain up to 2 of 10 while you do it is fine. Rest 30 to 60 seconds between sets."),
            new("N03", ItemKind.Stretch, "Go to a mild pull, 3 of 10 at most."),
            new("N04", ItemKind.Roll, "Roll slowly. Never roll the lower back."),
            new("N05", ItemKind.Swap, "A swap replaces a run at an effort of 3 to 4 of 10."),
        ]);

    private static EvidenceNote Evidence(string id, Certainty certainty, string finding, string source) => new(id, certainty, finding, source);

    private static Exercise Exercise(string id, string name, StrengthRole role, string? levelTwo = null) => new()
    {
        Id = id,
        Name = name,
        HowTo = $"How the {name.ToLowerInvariant()} goes, in a sentence. And in another one, so that it wraps in the text part.",
        Caution = $"Leave the {name.ToLowerInvariant()} out if it hurts.",
        Role = role,
        Levels = [new(1, "5 × 5 breaths", Kit.None), new(2, "2 × 8", Kit.None, levelTwo)],
    };

    private static WarmUp WarmUp(string id, string name, string dose, int seconds) =>
        new() { Id = id, Name = name, HowTo = $"How the {name.ToLowerInvariant()} goes.", Dose = dose, Seconds = seconds };

    private static Stretch Stretch(string id, string name, StretchArea area, string? caution = null) =>
        new() { Id = id, Name = name, HowTo = $"How the {name.ToLowerInvariant()} goes.", Caution = caution, Area = area, Muscle = area.ToString(), Dose = "2 × 30 s a side" };

    private static Roll Roll(string id, string name) =>
        new() { Id = id, Name = name, HowTo = $"How to roll: {name.ToLowerInvariant()}.", Muscle = name, Dose = "2 × 45 s a side" };

    private static Swap Swap(string id, string name, LoadTags tags, bool acute = false, Kit needs = Kit.None) =>
        new() { Id = id, Name = name, HowTo = $"How to {name.ToLowerInvariant()}.", LeastMinutes = 10, MostMinutes = 30, Tags = tags, Acute = acute, Needs = needs };
}
