using NodaTime;

namespace RunBackCare.Planning.Replies;

/// <summary>One clause: its tokens, and what can be seen in them at a glance.</summary>
/// <param name="week">The week that is spoken of, as its Monday; null where none was named.</param>
internal sealed class Clause(List<Token> tokens, Days days, LocalDate? week)
{
    public List<Token> Tokens { get; private set; } = tokens;

    /// <summary>The days it names, in its order.</summary>
    public List<LocalDate> Named => field ??= [.. Enumerable.Range(0, Tokens.Count).Select(DayAt).OfType<LocalDate>()];

    public bool Has(Meaning meaning) => Tokens.Exists(t => t.Is(meaning));

    public bool HasNumber() => Tokens.Exists(t => t.Meaning is Meaning.Number or Meaning.OfTen);

    public Token? Find(Meaning meaning) => Tokens.Find(t => t.Is(meaning));

    public decimal? Sum(Meaning meaning) => Has(meaning) ? Tokens.Where(t => t.Is(meaning)).Sum(t => t.Number) : null;

    public bool IsDenied(int at) => at > 0 && Tokens[at - 1].Is(Meaning.No);

    /// <summary>This number was understood, and is no score of pain.</summary>
    public void SetAside(int number)
    {
        Tokens = [.. Tokens];
        Tokens[number] = new(Meaning.OtherNumber);
    }

    public LocalDate? DayAt(int index)
    {
        var token = Tokens[index];
        return token.Meaning switch
        {
            Meaning.Weekday => Weekday(token.Value, index > 0 && Tokens[index - 1].Is(Meaning.Last)),
            Meaning.DaysAgo => days.Today.PlusDays(-token.Value),
            Meaning.Date => days.Date(token.Value, (int)token.Other),
            _ => null,
        };
    }

    private LocalDate Weekday(int weekday, bool last)
    {
        var day = days.Weekday(weekday);
        return (last && day == days.Today) || Days.Monday(day) > week ? day.PlusWeeks(-1) : day;
    }
}
