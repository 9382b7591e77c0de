using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Admin.Room;

internal static class WaitingReplies
{
    /// <summary>What an admin has to look at: the same as <see cref="InboundMessage.WaitingWords"/>, so that its index serves.</summary>
    public static IQueryable<InboundMessage> Waiting(this IQueryable<InboundMessage> messages) => messages.Where(m => m.HandledAt == null
        && (m.Outcome == InboundOutcome.Unreadable
            || m.Outcome == InboundOutcome.ForeignSender
            || m.Outcome == InboundOutcome.NoToken
            || m.Outcome == InboundOutcome.OverCap
            || m.Outcome == InboundOutcome.Failed));
}
