using System.Text.Json.Serialization;

namespace RunBackCare.Planning.Runners;

/// <summary>What the person does today, as they say it themselves.</summary>
public enum Experience
{
    /// <summary>Cannot walk 30 minutes in comfort.</summary>
    None,

    /// <summary>Walks 30 minutes in comfort, does not run.</summary>
    Walks,

    /// <summary>Runs with walk breaks.</summary>
    RunWalks,

    /// <summary>Runs without breaks.</summary>
    Runs,
}

/// <summary>What the person runs for; it sets the ceiling of the ladder.</summary>
public enum Goal
{
    /// <summary>Stays at or below L9: run-walk for ever.</summary>
    RunWalkForLife,

    /// <summary>Thirty minutes without a break (L15), then keeps it.</summary>
    ThirtyMinutes,

    /// <summary>The continuous phase beyond L15, up to a longest run of their choice.</summary>
    Build,
}

/// <summary>How distances are shown; every stored distance is metric.</summary>
public enum Units
{
    [JsonStringEnumMemberName("km")]
    Kilometres,

    [JsonStringEnumMemberName("mi")]
    Miles,
}

/// <summary>What makes the back worse; hides exercises that load that direction.</summary>
public enum Direction
{
    Neither,
    Bending,
    Arching,
}

/// <summary>Where a run can happen.</summary>
public enum Surface
{
    Grass,
    Trail,
    Track,
    Treadmill,
    Road,
}

/// <summary>Things at home that an exercise may need. A mat is any rug; every home has one.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Kit>))]
public enum Kit
{
    None = 0,
    Mat = 1,
    Band = 2,
    Roller = 4,
    Step = 8,
    Ball = 16,
    Weight = 32,
    Poles = 64,
}

/// <summary>Reasons to see a clinician before starting (training rules, section 6 C).</summary>
public enum Screening
{
    Pregnant,
    BirthWithinYear,
    SpinalSurgery,
    ToldNotToRun,
    Heart,
    Under18,
}
