using System.Security.Cryptography;
using NodaTime;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>A message as it lies in its source.</summary>
/// <param name="Origin">For the admin: where it was found; no address.</param>
/// <param name="Number">In the source's own order; null where it has none.</param>
/// <param name="Arrived">By the source's clock.</param>
/// <param name="Raw">All of it, or its beginning.</param>
/// <param name="Whole">False where it is larger than what is read of one message.</param>
internal sealed record FoundMessage(string Origin, long? Number, Instant Arrived, byte[] Raw, bool Whole)
{
    public string Sha256() => Sha256(Raw);

    public static string Sha256(byte[] raw) => Convert.ToHexStringLower(SHA256.HashData(raw));
}
