namespace RunBackCare.Worker.Subscribers;

/// <summary>Base32 of RFC 4648 in lower case without padding: safe in a local part and in an address of a page, whatever a mail system does to its case.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsPerLetter = 5;

    public static int LettersFor(int bytes) => (bytes * 8 + BitsPerLetter - 1) / BitsPerLetter;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = stackalloc char[LettersFor(bytes.Length)];
        var (pool, bits, at) = (0, 0, 0);
        foreach (var value in bytes)
        {
            pool = (pool << 8) | value;
            for (bits += 8; bits >= BitsPerLetter; bits -= BitsPerLetter)
            {
                letters[at++] = Alphabet[(pool >> (bits - BitsPerLetter)) & 31];
            }

            pool &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            letters[at] = Alphabet[(pool << (BitsPerLetter - bits)) & 31];
        }

        return new(letters);
    }

    /// <returns>Whether <paramref name="text"/> is the one way to write exactly as many bytes as asked for; either case is read.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != LettersFor(bytes.Length))
        {
            return false;
        }

        var (pool, bits, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Value(letter);
            if (value < 0)
            {
                return false;
            }

            pool = (pool << BitsPerLetter) | value;
            bits += BitsPerLetter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(pool >> bits);
                pool &= (1 << bits) - 1;
            }
        }

        // Bits left over say nothing; were they free, one value would have several spellings.
        return pool == 0;
    }

    private static int Value(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= 'A' and <= 'Z' => letter - 'A',
        >= '2' and <= '7' => letter - '2' + 26,
        _ => -1,
    };
}
