using System.Globalization;
using System.Text;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>
/// Brings what people type to plain small letters and digits: typographic apostrophes, accents, full-width letters, key-cap digits,
/// fractions, letters nobody sees. Never fails, whatever the characters.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var whole = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f') < 0 ? text : Decomposed(text);
        return whole.ToLowerInvariant();
    }

    private static string Decomposed(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a surrogate pair comes out as U+FFFD, which Normalize accepts; code points that are no characters it does not. Fractions would fall apart into "1/2": they are halves here. An accent of its own would become a blank, and "can´t" two words.
            _ = rune.Value switch
            {
                '´' => valid.Append('\''),
                '½' => valid.Append(".5"),
                '¼' => valid.Append(".25"),
                '¾' => valid.Append(".75"),
                var code when (code & 0xfffe) == 0xfffe || code is >= 0xfdd0 and <= 0xfdef => valid,
                _ => valid.Append(rune.ToString()),
            };
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in valid.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                    break;
                case UnicodeCategory.SpaceSeparator:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    plain.Append('\n');
                    break;
                default:
                    plain.Append(Ascii(rune));
                    break;
            }
        }

        return plain.ToString();
    }

    private static string Ascii(Rune rune) => rune.Value switch
    {
        '‘' or '’' or '‛' or 'ʼ' or '′' => "'",
        '“' or '”' or '„' or '«' or '»' => "\"",
        '–' or '—' or '‐' or '‑' or '‒' or '−' => "-",
        '⁄' or '∕' => "/",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        _ => rune.ToString(),
    };
}
