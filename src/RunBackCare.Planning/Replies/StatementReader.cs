using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Replies;

/// <summary>Reads one statement after another, and remembers within a line what is being spoken of.</summary>
internal sealed class StatementReader(ReplyContext context, Days days, Answer answer)
{
    private const int But = 1;

    private Frame _frame = new();

    /// <returns>False where something in it looked like an answer and could not be understood.</returns>
    public bool Read(Statement statement)
    {
        if (statement.OpensLine)
        {
            _frame = new();
        }

        var understood = true;
        foreach (var clause in Clauses(Lists(statement.Tokens, ref understood)))
        {
            // What is planned or asked for was not done yet.
            if (clause.Tokens.Exists(t => t.Is(Meaning.Future)))
            {
                continue;
            }

            var before = answer.Taken;
            var reader = new ClauseReader(context, days, answer, _frame);
            var clear = reader.Read(clause.Tokens, clause.Joined, clause.Excepted);
            understood &= clear && (answer.Taken > before || reader.Carries || !LooksLikeAnAnswer(clause.Tokens));
        }

        return understood;
    }

    /// <summary>
    /// Numbers in a row. Seven are Monday to Sunday; "2, 3" is a score and the runs done, if so many were planned; anything else has two
    /// meanings and is asked.
    /// </summary>
    private List<Token> Lists(List<Token> tokens, ref bool understood)
    {
        var left = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var (numbers, took) = ListAt(tokens, i);
            if (numbers.Count < 2 || !StandsAlone(tokens, i, took))
            {
                left.Add(tokens[i++]);
                continue;
            }

            understood &= ReadList(numbers, glued: took == 1);
            i += took;
        }

        return left;
    }

    private static (IReadOnlyList<decimal> Numbers, int Took) ListAt(List<Token> tokens, int at)
    {
        if (tokens[at] is { Meaning: Meaning.NumberList } list)
        {
            return (list.List, 1);
        }

        var numbers = new List<decimal>();
        var end = at;
        for (var i = at; i < tokens.Count && tokens[i].Is(Meaning.Number); i += i + 1 < tokens.Count && tokens[i + 1].Is(Meaning.Comma) ? 2 : 1)
        {
            numbers.Add(tokens[i].Number);
            end = i + 1;
        }

        return (numbers, end - at);
    }

    private static bool StandsAlone(List<Token> tokens, int at, int took)
    {
        var before = at == 0 ? Meaning.Comma : tokens[at - 1].Meaning;
        var after = at + took == tokens.Count ? Meaning.Comma : tokens[at + took].Meaning;
        return before is Meaning.Comma or Meaning.And or Meaning.Pain or Meaning.Sign or Meaning.WeekScope or Meaning.Filler
            && after is Meaning.Comma or Meaning.And or Meaning.AllDone or Meaning.Tail or Meaning.Fine or Meaning.Sign;
    }

    private bool ReadList(IReadOnlyList<decimal> numbers, bool glued)
    {
        if (numbers.Count == 7)
        {
            // Only a Sunday has a whole week behind it; on any other day seven numbers are last week's.
            var monday = days.Today.DayOfWeek == IsoDayOfWeek.Sunday && days.Bare == context.ThisWeek ? context.ThisWeek : LocalDate.Min(days.Bare, context.ThisWeek.PlusWeeks(-1));
            var all = true;
            for (var i = 0; i < 7; i++)
            {
                all &= answer.Score(numbers[i], monday.PlusDays(i), ReportTime.Unknown, PainSite.Back);
            }

            return all;
        }

        if (!glued && numbers is [<= 10, var runs] && runs <= (context.PlannedRuns(days.Bare) ?? ReplyGrammar.MostRuns) && decimal.IsInteger(runs))
        {
            answer.RunsDone((int)runs);
            return answer.Score(numbers[0], days.BareRun, days.BareRun is null ? ReportTime.Week : ReportTime.Run, PainSite.Back);
        }

        answer.Ask(ReplyQuestion.WhichMeaning);
        return false;
    }

    public static IEnumerable<(List<Token> Tokens, bool Joined, bool Excepted)> Clauses(List<Token> tokens)
    {
        var clause = new List<Token>();
        var (joined, excepted) = (false, false);
        foreach (var token in tokens)
        {
            if (token.Meaning is not (Meaning.Comma or Meaning.And or Meaning.Except))
            {
                clause.Add(token);
                continue;
            }

            var done = clause is [.., { Meaning: Meaning.AllDone }];
            yield return (clause, joined, excepted);
            clause = [];

            // "all done except Thursday and Friday": the exception goes on. "All done but Thursday" is one, too.
            joined = token.Is(Meaning.And);
            excepted = token.Is(Meaning.Except) || (done && token is { Meaning: Meaning.And, Value: But }) || (excepted && joined);
        }

        yield return (clause, joined, excepted);
    }

    private static bool LooksLikeAnAnswer(List<Token> tokens) => tokens.Exists(t => t.Meaning is
        Meaning.Number or Meaning.OfTen or Meaning.Fraction or Meaning.NumberList or Meaning.Pain or Meaning.Skipped or Meaning.NotAll or Meaning.Limped)
        || (tokens.Exists(t => t.Meaning is Meaning.Weekday or Meaning.Site) && !tokens.Exists(t => t.Meaning is Meaning.Fine or Meaning.Duration or Meaning.Distance));
}

/// <summary>What is being spoken of.</summary>
internal sealed class Frame
{
    /// <summary>Days named last.</summary>
    public List<LocalDate> Days { get; set; } = [];

    /// <summary>The clause before only named days or sites: "Tue and" goes on.</summary>
    public bool Carrying { get; set; }

    /// <summary>A score was already given for them.</summary>
    public bool DaysUsed { get; set; }

    /// <summary>What was said to be done on the days named last, in the clause before: "ran Tuesday and" goes on.</summary>
    public LoggedKind? Doing { get; set; }

    /// <summary>The clause before said that nothing hurt.</summary>
    public bool PainFree { get; set; }

    /// <summary>Days were named as left out; "and Friday" goes on with it.</summary>
    public bool Skipping { get; set; }

    public ReportTime When { get; set; } = ReportTime.Unknown;

    /// <summary>Sites named without a score yet.</summary>
    public List<PainSite> Sites { get; set; } = [];

    /// <summary>The week named in words; null for the usual one.</summary>
    public LocalDate? Week { get; set; }
}
