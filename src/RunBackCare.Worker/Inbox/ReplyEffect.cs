using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;

namespace RunBackCare.Worker.Inbox;

/// <summary>What followed from a reply. Stored beside its reading, so that a receipt sent later, or twice, says the same.</summary>
internal sealed record ReplyEffect
{
    /// <summary>What was done at the person's word, in the order of the words.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>Rows of the weeks that were decided anew, the earliest first.</summary>
    public ImmutableArray<long> RevisedWeeks { get; init; } = [];

    /// <summary>Pauses that it ended or changed, as they were: UNDO brings them back.</summary>
    public ImmutableArray<ReplacedPause> ReplacedPauses { get; init; } = [];

    /// <summary>Whether its receipt may ask about what was not understood: it is asked once.</summary>
    public bool MayAsk { get; init; } = true;
}

/// <summary>A pause as it was before a reply ended or changed it.</summary>
/// <param name="InboundId">The reply that asked for it; null where none did.</param>
internal sealed record ReplacedPause(LocalDate From, LocalDate? To, PauseCause Cause, long? InboundId = null);

/// <summary>A question that a later YES or NO answers.</summary>
internal enum PendingQuestion
{
    /// <summary>Has a clinician seen you for this and said that you may run?</summary>
    Clearance,

    /// <summary>Delete everything?</summary>
    Delete,
}
