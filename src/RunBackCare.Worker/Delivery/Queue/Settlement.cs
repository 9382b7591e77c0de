using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Delivery.Transports;

namespace RunBackCare.Worker.Delivery.Queue;

/// <summary>What an attempt's result makes of the row.</summary>
/// <param name="Error">Null when it went out.</param>
/// <param name="Wait">Before the next attempt.</param>
internal sealed record Settlement(DeliveryState State, string? Error, TimeSpan Wait)
{
    /// <summary>How the reason begins where servers refuse us and not the person.</summary>
    public const string OwnFault = "our own fault, not the recipient's";

    /// <param name="attempts">With the one just made.</param>
    public static Settlement Of(SendResult result, int attempts, DeliveryOptions options)
    {
        var wait = options.BackoffAfter(attempts);
        var isLast = attempts >= options.MaxAttempts;
        return result switch
        {
            SendResult.Accepted => new(DeliveryState.Sent, null, TimeSpan.Zero),
            SendResult.Refused refused => new(DeliveryState.Refused, refused.Text, TimeSpan.Zero),
            SendResult.Deferred { OwnFault: true } ours => new(DeliveryState.Deferred, $"{OwnFault}: {ours.Text}", wait),
            SendResult.Deferred later when isLast => GivenUp(attempts, later.Text),
            SendResult.Deferred later => new(DeliveryState.Deferred, later.Text, wait),
            SendResult.Uncertain perhaps when isLast => GivenUp(attempts, perhaps.Text),
            SendResult.Uncertain perhaps => new(DeliveryState.Uncertain, perhaps.Text, wait),

            // Nobody answered, so nobody refused: however often the network fails, the mail stays.
            SendResult.Broken broken => new(DeliveryState.Deferred, broken.Text, wait),
            _ => throw new InvalidOperationException($"No settlement for {result.GetType().Name}."),
        };
    }

    /// <summary>A template or a row that cannot be made into a mail: ours to mend, so it waits and is never given up.</summary>
    public static Settlement OfFault(string why, int attempts, DeliveryOptions options) => new(DeliveryState.Deferred, why, options.BackoffAfter(attempts));

    private static Settlement GivenUp(int attempts, string text) => new(DeliveryState.Refused, $"given up after {attempts} attempts: {text}", TimeSpan.Zero);
}
