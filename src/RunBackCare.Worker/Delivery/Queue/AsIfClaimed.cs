namespace RunBackCare.Worker.Delivery.Queue;

internal static class AsIfClaimed
{
    /// <summary>Rows as a lane would hold them, for who wants to write a mail again without sending it.</summary>
    public static IQueryable<ClaimedMail> AsClaimed(this IQueryable<OutboxRow> rows) => rows.Select(m => new ClaimedMail
    {
        Id = m.Id,
        SubscriberId = m.SubscriberId,
        WeekId = m.WeekId,
        InboundId = m.InboundId,
        Kind = m.Kind,
        Cause = m.Cause,
        Priority = m.Priority,
        MessageId = m.MessageId,
        CreatedAt = m.CreatedAt,
        Attempts = m.Attempts,
    });
}
