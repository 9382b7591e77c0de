using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using NodaTime;

namespace RunBackCare.Worker.Subscribers;

/// <summary>
/// Writes and reads tokens: 47 letters of base32 for purpose, key number, version, subscriber, week and an 80-bit HMAC-SHA-256.
/// Short enough for a local part (64) behind <c>reply+</c>, and for a line of plain text.
/// </summary>
internal sealed class TokenCodec
{
    public const int Letters = 47;

    private const int BodyBytes = 19;
    private const int MacBytes = 10;

    private readonly FrozenDictionary<byte, byte[]> _secrets;
    private readonly byte _signing;

    /// <param name="secrets">By key number; all of them verify.</param>
    /// <param name="signing">The one that signs.</param>
    public TokenCodec(IReadOnlyDictionary<byte, byte[]> secrets, byte signing)
    {
        _secrets = secrets.ToFrozenDictionary();
        _signing = signing;
        _ = _secrets[signing];
    }

    public string Write(Token token)
    {
        Span<byte> bytes = stackalloc byte[BodyBytes + MacBytes];
        bytes[0] = (byte)token.Purpose;
        bytes[1] = _signing;
        bytes[2] = token.Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes[3..], token.SubscriberId);
        BinaryPrimitives.WriteInt64BigEndian(bytes[11..], Moment(token));
        Mac(_secrets[_signing], bytes[..BodyBytes], bytes[BodyBytes..]);
        return Base32.Write(bytes);
    }

    /// <returns>Null where the text is no token of ours, or one for another purpose. It may still be revoked or too old: <see cref="Token.IsGoodFor"/>.</returns>
    public Token? Read(ReadOnlySpan<char> text, TokenPurpose purpose)
    {
        Span<byte> bytes = stackalloc byte[BodyBytes + MacBytes];
        if (!Base32.TryRead(text, bytes) || bytes[0] != (byte)purpose || !_secrets.TryGetValue(bytes[1], out var secret))
        {
            return null;
        }

        Span<byte> mac = stackalloc byte[MacBytes];
        Mac(secret, bytes[..BodyBytes], mac);
        return CryptographicOperations.FixedTimeEquals(mac, bytes[BodyBytes..])
            ? Token(purpose, bytes[2], BinaryPrimitives.ReadInt64BigEndian(bytes[3..]), BinaryPrimitives.ReadInt64BigEndian(bytes[11..BodyBytes]))
            : null;
    }

    private static void Mac(byte[] secret, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, whole);
        whole[..MacBytes].CopyTo(mac);
    }

    /// <summary>The day in the lower half, the minute of that day in the upper.</summary>
    private static long Moment(Token token) => ((long)token.Minute << 32) | (uint)Period.DaysBetween(Epoch, token.Week);

    /// <summary>Only numbers that we signed get here.</summary>
    private static Token Token(TokenPurpose purpose, byte version, long subscriber, long moment) =>
        new(purpose, version, subscriber, Epoch.PlusDays((int)moment)) { Minute = (short)(moment >> 32) };

    private static LocalDate Epoch { get; } = new(1970, 1, 1);
}
