using NodaTime;

namespace RunBackCare.Worker.Delivery.Rates;

/// <summary>One limit that all processes share, as the generic cell rate algorithm keeps it: a single instant.</summary>
internal sealed class RateLimitRow
{
    /// <summary><c>week</c>, <c>urgent</c>, or <c>domain:</c> and a recipient domain.</summary>
    public required string Key { get; init; }

    /// <summary>When the next permit is free, by the database's clock; in the past while nobody waits.</summary>
    public required Instant FreeAt { get; set; }
}
