using NodaTime;

namespace RunBackCare.Worker.Delivery.Rates;

/// <summary>One limit that all processes share, as the generic cell rate algorithm keeps it: a single instant.</summary>
internal sealed class RateLimitRow
{
    /// <summary><c>week</c>, <c>urgent</c>; <c>domain:</c> and a recipient domain; <c>aside:</c> and one, for mails that come back when its line is shorter.</summary>
    public required string Key { get; init; }

    /// <summary>When the next permit is free, by the database's clock; in the past while nobody waits.</summary>
    public required Instant FreeAt { get; set; }
}
