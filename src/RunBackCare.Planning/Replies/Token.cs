namespace RunBackCare.Planning.Replies;

/// <summary>A word, phrase or number of an answer, with what it stands for.</summary>
/// <param name="Value">Of the sense: a weekday, a site, a kind; for a date its month.</param>
/// <param name="Number">The number; of a range the upper one; for a count, a duration in minutes, a distance in metres.</param>
/// <param name="Other">Second number: of a fraction, of a date its day.</param>
/// <param name="List">Numbers of a list written without blanks.</param>
internal sealed record Token(Meaning Meaning, int Value = 0, decimal Number = 0, decimal Other = 0, params IReadOnlyList<decimal> List)
{
    public bool Is(Meaning meaning) => Meaning == meaning;

    public static Token Unknown { get; } = new(Meaning.Unknown);
}
