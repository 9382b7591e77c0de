namespace RunBackCare.Planning.Progression;

/// <summary>Why a week that was already planned is looked at again.</summary>
public enum RevisionCause
{
    /// <summary>A score of 6 or more, a changed stride, or a safety sign, for the running week.</summary>
    RedReport,

    /// <summary>An answer about the week before, after this one was planned.</summary>
    LateAnswer,

    /// <summary>The profile changed: days, kit, surfaces.</summary>
    Edit,

    /// <summary>A reply was withdrawn.</summary>
    Undo,

    /// <summary>A hold was set or lifted.</summary>
    Hold,
}
