using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Worker.Inbox;

/// <summary>What followed from a reply, as its receipt tells it. Stored beside the reading, so that a receipt sent later says the same.</summary>
internal sealed record ReplyEffect
{
    /// <summary>Rows of the weeks that were decided anew, the earliest first.</summary>
    public ImmutableArray<long> RevisedWeeks { get; init; } = [];

    /// <summary>The reply that UNDO took back, or that LAST WEEK and THIS WEEK moved.</summary>
    public long? TakenBack { get; init; }

    /// <summary>Monday of the week the last reply was moved to.</summary>
    public LocalDate? MovedTo { get; init; }

    /// <summary>The first day without plans, and the last.</summary>
    public LocalDate? PausedFrom { get; init; }

    public LocalDate? PausedTo { get; init; }

    public bool Resumed { get; init; }

    /// <summary>The safety hold in force after this reply; it is named in every receipt, since only CLEARED ends it.</summary>
    public SafetyLevel? Hold { get; init; }

    /// <summary>A statement of clearance ended the hold.</summary>
    public bool HoldLifted { get; init; }

    /// <summary>Commands that could not be obeyed, such as UNDO with nothing to take back.</summary>
    public ImmutableArray<CommandKind> InVain { get; init; } = [];

    /// <summary>Asked in the receipt, to be answered with YES or NO.</summary>
    public PendingQuestion? Asks { get; init; }
}

/// <summary>A question that a later YES or NO answers.</summary>
internal enum PendingQuestion
{
    /// <summary>Has a clinician seen you for this and said you may run?</summary>
    Clearance,

    /// <summary>Delete everything?</summary>
    Delete,
}
