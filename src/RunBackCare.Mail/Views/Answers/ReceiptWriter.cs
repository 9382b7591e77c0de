using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Views;

/// <summary>Writes the receipt of one answer.</summary>
internal sealed class ReceiptWriter(AnswerOutcome outcome, Library library, WeekReader reader)
{
    private readonly Wording _words = new(reader.Language);
    private readonly Reading _reading = outcome.Reading;

    public ReceiptView Write(Links links)
    {
        var rest = outcome.Revision is { } week ? new RestOfWeekWriter(week, library, _words) : null;
        var asked = AskWriter.Write(outcome);
        return new()
        {
            Language = _words.Language,
            Title = Wording.Untied(Title(asked)),
            Preheader = asked is not null && outcome.MayAsk
                ? "We read your answer but are not sure of one thing. A word from you is enough."
                : "What we read in your answer, what it changes, and how to take it back.",
            Greeting = Wording.Greeting(reader.Name),
            Links = links,
            Read = new ReadingWriter(outcome, _words, reader.Units).Read(),
            Changes = Changes(),
            Asked = asked,
            Week = rest?.Write(outcome.FirstDayLeft),
            Calendar = rest?.Calendar(),
            Undo = UndoWords(outcome),
            Help = WantsHelp ? HelpWords.All : [],
        };
    }

    private bool CountsForSomething => !_reading.Reports.IsEmpty || !_reading.Sessions.IsEmpty || _reading.Sleep is not null;

    private bool WantsHelp => _reading.Commands.Any(c => c.Kind == CommandKind.Help) || (_reading.IsEmpty && outcome.Effects.IsEmpty);

    private string Title(AskView? asked) => outcome switch
    {
        { Revision: { } week } => week.Starts > outcome.Context.Today
            ? $"Got it: your week from {_words.Date(week.FirstDay)} has changed"
            : "Got it: the rest of your week has changed",
        { Effects: [var first, ..] } when !CountsForSomething => new EffectWords(_words).Title(first),
        _ when asked is not null && outcome.MayAsk => CountsForSomething ? "Got it, and one question" : "One question about your answer",
        _ when CountsForSomething => "Got it, thank you",
        _ when WantsHelp => "How to answer your plan",
        _ => "Got it, and nothing has changed",
    };

    private ImmutableArray<string> Changes()
    {
        var effects = new EffectWords(_words);
        return [.. outcome.Effects.Select(effects.Say), .. OfPlan() is { } plan ? [plan] : Array.Empty<string>()];
    }

    private string? OfPlan() => outcome switch
    {
        { Revision: not null } => "Your plan has changed. The days that are left stand below, and take the place of those you had.",
        _ when !CountsForSomething => _reading.IsEmpty && outcome.Effects.IsEmpty ? "Nothing yet: your plan stays as it is." : null,
        _ when PlannedAfter() is { } next => $"Your week from {_words.Date(next)} stays as you have it.",
        _ => $"Your days stay as they are. This answer goes into your next week{NextMail}.",
    };

    /// <summary>The week that was already planned behind the one this answer is about; null where none is.</summary>
    private LocalDate? PlannedAfter()
    {
        var about = _reading.Reports.Select(r => r.Week).Concat(_reading.Sessions.Select(s => s.Week)).DefaultIfEmpty(_reading.Week).Max();
        return outcome.Context.Weeks.Where(w => w.Starts > about).Select(w => (LocalDate?)w.FirstDay).Max();
    }

    private string NextMail => reader.NextMail is { } next
        ? $", which is planned on {_words.Weekday(outcome.Context.Today.With(DateAdjusters.NextOrSame(next.Day)))} at {_words.Time(next.At)}"
        : "";

    /// <summary>Nothing to take back where nothing was counted.</summary>
    public static ImmutableArray<ReplyWord> UndoWords(AnswerOutcome outcome)
    {
        var (reading, context) = (outcome.Reading, outcome.Context);
        if (reading.Reports.IsEmpty && reading.Sessions.IsEmpty)
        {
            return [];
        }

        var undo = new ReplyWord("UNDO", "We forget this answer, and what it changed is changed back as far as it can be.");
        var bare = reading.Reports.Any(r => r.Day is null);
        return (bare, reading.Week == context.ThisWeek) switch
        {
            (false, _) => [undo],
            (_, true) => [undo, new("LAST WEEK", "It was about the week before.")],
            _ => [undo, new("THIS WEEK", "It was about the week that is running now.")],
        };
    }
}
