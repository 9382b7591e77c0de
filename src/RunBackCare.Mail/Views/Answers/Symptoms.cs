using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Mail.Views;

/// <summary>What somebody noticed, in a few words of ours.</summary>
internal static class Symptoms
{
    public static string Noticed(Symptom symptom) => symptom switch
    {
        Symptom.Numbness => "Numbness or tingling",
        Symptom.BonePain => "Pain in a leg or foot at rest or when you hop",
        Symptom.WokenByPain => "Woken by pain",
        Symptom.WokenLateAtNight => "Woken in the second half of the night",
        Symptom.BetterMoving => "Better once you move",
        Symptom.ButtockPain => "Pain in the buttock",
        Symptom.BetterWithTablets => "Better with anti-inflammatory tablets",
        Symptom.InFamily => "Inflamed joints, spine or skin in your family",
        Symptom.Arthritis => "Arthritis",
        Symptom.Enthesitis => "Soreness where a tendon meets the bone",
        Symptom.Psoriasis => "Psoriasis",
        _ => throw new ArgumentOutOfRangeException(nameof(symptom), symptom, "Not a symptom."),
    };

    /// <summary>What cannot wait for the next week's mail, which says whom to see; else nothing.</summary>
    public static string UntilSeen(Symptom symptom) => symptom switch
    {
        Symptom.BonePain => " Until somebody has looked at it, walk in place of any run that brings it on.",
        Symptom.Numbness => " If it reaches the area between your legs, or a leg grows weak, get help at once.",
        _ => "",
    };
}
