namespace RunBackCare.Worker.Delivery;

/// <summary>What one run of the job did, in mails.</summary>
internal sealed record DeliveryOutcome
{
    public static DeliveryOutcome None { get; } = new();

    public int Sent { get; init; }

    public int Deferred { get; init; }

    public int Uncertain { get; init; }

    public int Refused { get; init; }

    /// <summary>Too old to be of use.</summary>
    public int Stale { get; init; }

    /// <summary>The person had left, or must not be written to.</summary>
    public int Cancelled { get; init; }

    /// <summary>The run ended with mails that could have gone out at once.</summary>
    public bool MoreWaiting { get; init; }

    public static DeliveryOutcome operator +(DeliveryOutcome a, DeliveryOutcome b) => new()
    {
        Sent = a.Sent + b.Sent,
        Deferred = a.Deferred + b.Deferred,
        Uncertain = a.Uncertain + b.Uncertain,
        Refused = a.Refused + b.Refused,
        Stale = a.Stale + b.Stale,
        Cancelled = a.Cancelled + b.Cancelled,
        MoreWaiting = b.MoreWaiting,
    };

    public override string ToString() =>
        $"{Sent} sent, {Deferred} deferred, {Uncertain} uncertain, {Refused} refused, {Stale} stale, {Cancelled} cancelled{(MoreWaiting ? ", more waiting" : "")}";
}
