using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Safety;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Replies;

/// <summary>
/// Reads a person's own words: scores, sessions, commands, safety signs. Pure and total: any text gives a reading, and what is not
/// understood is said so. A number is taken for pain only where its surroundings say so.
/// </summary>
public static class ReplyReader
{
    private const int LongestQuote = 200;

    public static Reading Read(string words, ReplyContext context) => Read(words, context, English.Language);

    internal static Reading Read(string words, ReplyContext context, Language language)
    {
        var flags = SafetyScreen.Find(words, context.Over65);
        var commands = ImmutableArray.CreateBuilder<ReplyCommand>();
        var statements = new List<Statement>();
        foreach (var line in Statements.Unnumbered(Statements.Lines(words.Length > ReplyGrammar.MostLetters ? words[..ReplyGrammar.MostLetters] : words)))
        {
            if (CommandLines.Read(line, language) is { } command)
            {
                commands.Add(command);
                continue;
            }

            var first = true;
            foreach (var said in Statements.Of(line, language))
            {
                statements.Add(new(said, Measures.Join(new Tokenizer(language).Read(said)), first));
                first = false;
            }
        }

        var days = new Days(context, Named(statements), Asked(commands, context));
        var answer = new Answer(context, days);
        var unread = ImmutableArray.CreateBuilder<string>();
        var reader = new StatementReader(context, days, answer);
        foreach (var statement in statements)
        {
            if (!reader.Read(statement) && !TellsOfASignOrSymptom(statement, context))
            {
                unread.Add(Quoted(statement.Said));
            }
        }

        foreach (var symptom in SymptomScreen.Find(words))
        {
            answer.Noticed(symptom);
        }

        return Finish(answer, commands, flags, unread, statements, context, days);
    }

    private static Reading Finish(Answer answer, ImmutableArray<ReplyCommand>.Builder commands, ImmutableArray<SafetyFinding> found, ImmutableArray<string>.Builder unread, List<Statement> statements, ReplyContext context, Days days)
    {
        var flags = found.Select(f => f.On(context.Written.Date)).ToList();
        if (answer.Reports.Any(r => r.Score.Value >= Policy.Current.UrgentScore) && !flags.Exists(f => f.Phrase == SafetyScreen.WorstPain))
        {
            flags.Add(new(context.Written.Date, SafetyLevel.B, SafetyScreen.WorstPain));
        }

        var nothing = answer.Taken == 0 && commands.Count == 0 && flags.Count == 0;
        if (nothing && unread.Count == 0 && !statements.Exists(s => s.Tokens.Exists(t => t.Is(Meaning.Fine))))
        {
            unread.AddRange(statements.Select(s => Quoted(s.Said)).Take(3));
        }

        if (unread.Count > 0)
        {
            answer.Ask(ReplyQuestion.Unclear);
        }

        if (answer.Reports.Count == 0 && commands.Count == 0 && flags.Count == 0)
        {
            answer.Ask(ReplyQuestion.Score);
        }

        return new()
        {
            Week = days.Bare,
            Reports = [.. answer.Reports],
            Sessions = [.. answer.Logs],
            Commands = commands.ToImmutable(),
            Flags = [.. flags],
            Sleep = answer.Sleep,
            Unread = unread.ToImmutable(),
            Questions = [.. answer.Questions.Order()],
        };
    }

    /// <summary>Words without a number that were understood after all: as something to be looked at.</summary>
    private static bool TellsOfASignOrSymptom(Statement statement, ReplyContext context) =>
        !statement.Tokens.Exists(t => t.Meaning is Meaning.Number or Meaning.OfTen or Meaning.Fraction or Meaning.NumberList)
        && (!SymptomScreen.Find(statement.Said).IsEmpty || !SafetyScreen.Find(statement.Said, context.Over65).IsEmpty);

    private static List<int> Named(List<Statement> statements) =>
        [.. statements.SelectMany(s => StatementReader.Clauses(s.Tokens)).Select(c => c.Tokens).Where(c => !c.Exists(t => t.Is(Meaning.Future))).SelectMany(c => c).Where(t => t.Is(Meaning.Weekday)).Select(t => t.Value)];

    private static LocalDate? Asked(ImmutableArray<ReplyCommand>.Builder commands, ReplyContext context) => commands.LastOrDefault(c => c.Kind is CommandKind.LastWeek or CommandKind.ThisWeek)?.Kind switch
    {
        CommandKind.LastWeek => context.ThisWeek.PlusWeeks(-1),
        CommandKind.ThisWeek => context.ThisWeek,
        _ => null,
    };

    private static string Quoted(string said) => said.Length <= LongestQuote ? said : said[..(char.IsHighSurrogate(said[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
}

/// <param name="Said">As it was written.</param>
/// <param name="OpensLine">First of its line: what was spoken of on the line before is over.</param>
internal sealed record Statement(string Said, List<Token> Tokens, bool OpensLine);
