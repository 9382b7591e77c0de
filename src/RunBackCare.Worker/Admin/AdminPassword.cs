using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RunBackCare.Worker.Admin;

/// <summary>
/// A password as one line for a settings file: <c>v1.ROUNDS.SALT.KEY</c>, PBKDF2 with HMAC-SHA-256. Dots and base64url only, because a dollar sign
/// would be taken apart by shells and compose files.
/// </summary>
internal static class AdminPassword
{
    /// <summary>Looks like a hash and fits no password.</summary>
    public const string Example = "v1.600000.pJx3yH0m2sVbQ8e1uLk9Zg.5q2cT7wRr0nX4vYl8sKdFhJ3aPzB6mE1oGtUiCxNfQs";

    /// <summary>What OWASP asks for PBKDF2-HMAC-SHA256.</summary>
    private const int Rounds = 600_000;

    /// <summary>A hash that asks for more would be a way to keep the processor busy.</summary>
    private const int MostRounds = 10_000_000;

    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const string Version = "v1";

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new Parts(Rounds, salt, Key(password, salt, Rounds)).ToString();
    }

    public static bool IsHash(string text) => Parts.Read(text) is not null;

    /// <summary>Takes the same time whether the password is near or far; false where <paramref name="hash"/> is none.</summary>
    public static bool Verify(string password, string hash) =>
        Parts.Read(hash) is { } parts && CryptographicOperations.FixedTimeEquals(Key(password, parts.Salt, parts.Rounds), parts.Key);

    // Composed, so that the same letters typed on another keyboard are the same password.
    private static byte[] Key(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, KeyBytes);

    private sealed record Parts(int Rounds, byte[] Salt, byte[] Key)
    {
        public static Parts? Read(string text) =>
            text.Split('.') is [Version, var rounds, var salt, var key]
            && int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostRounds
            && Bytes(salt, SaltBytes) is { } saltBytes
            && Bytes(key, KeyBytes) is { } keyBytes
                ? new(number, saltBytes, keyBytes)
                : null;

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Version}.{Rounds}.{Base64Url.EncodeToString(Salt)}.{Base64Url.EncodeToString(Key)}");

        private static byte[]? Bytes(string text, int length)
        {
            var bytes = new byte[length];
            return Base64Url.IsValid(text, out var decoded) && decoded == length && Base64Url.TryDecodeFromChars(text, bytes, out _) ? bytes : null;
        }
    }
}
