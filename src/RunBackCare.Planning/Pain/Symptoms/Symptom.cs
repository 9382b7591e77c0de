namespace RunBackCare.Planning.Pain.Symptoms;

/// <summary>
/// What a person writes of that is neither a score nor a sign of the safety screen, and that somebody should look at without hurry
/// (training rules, section 7).
/// </summary>
public enum Symptom
{
    /// <summary>Numbness, or pins and needles, anywhere but in the saddle area, where it is an emergency (P05).</summary>
    Numbness,

    /// <summary>Pain of a shin, foot, heel or ankle at rest, or of any part of the leg when hopping: a bone may be tired (P05).</summary>
    BonePain,

    /// <summary>Woken by pain.</summary>
    WokenByPain,

    /// <summary>One of the signs of the inflammatory pattern (P09): woken in the second half of the night.</summary>
    WokenLateAtNight,

    /// <summary>P09: better with movement, or stiff in the morning until one moves.</summary>
    BetterMoving,

    /// <summary>P09: pain in the buttock.</summary>
    ButtockPain,

    /// <summary>P09: better within two days of an anti-inflammatory tablet.</summary>
    BetterWithTablets,

    /// <summary>P09: a parent, brother, sister or child who has it.</summary>
    InFamily,

    /// <summary>P09: arthritis, past or present.</summary>
    Arthritis,

    /// <summary>P09: a sore place where a tendon meets the bone.</summary>
    Enthesitis,

    /// <summary>P09: psoriasis, past or present.</summary>
    Psoriasis,
}
