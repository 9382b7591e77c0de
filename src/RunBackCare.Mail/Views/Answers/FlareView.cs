using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Views;

/// <summary>Answers a red score: the rest of the week in walks, how to go about it, when to get help. It is the receipt of that answer too.</summary>
public sealed record FlareView : MailView
{
    public override string Kind => "flare";

    internal override string Feedback => "flare:reply:plan";

    public required ImmutableArray<string> Paragraphs { get; init; }

    public required RestOfWeekView Week { get; init; }

    /// <summary>How to get through such days; null where the week carries no lesson.</summary>
    public NoteView? Lesson { get; init; }

    public required AnswerView Answer { get; init; }

    public required string SignsLead { get; init; }

    public required ImmutableArray<string> Signs { get; init; }

    /// <summary>What was read, with dates.</summary>
    public required ImmutableArray<string> Read { get; init; }

    public ImmutableArray<ReplyWord> Undo { get; init; } = [];

    public AskView? Asked { get; init; }

    /// <exception cref="ArgumentException">The outcome holds no revision: without a changed week there is nothing to tell.</exception>
    public static FlareView Of(AnswerOutcome outcome, Library library, WeekReader reader, EmergencyNumber number, Links links)
    {
        var week = outcome.Revision ?? throw new ArgumentException("A flare mail tells a changed week.", nameof(outcome));
        var words = new Wording(reader.Language);
        var rest = new RestOfWeekWriter(week, library, words);
        return new()
        {
            Language = words.Language,
            Title = "The rest of your week is gentler now",
            Preheader = "Walks in place of runs, from today on. Turn back when it nags.",
            Greeting = Wording.Greeting(reader.Name),
            Links = links,
            Paragraphs =
            [
                "Thank you for telling us. One such day does not put you back at the start, and the runs you leave out cost you nothing.",
                "The days that are left are softer now. Keep moving in small portions, and turn back when it nags: a short walk counts as a walk. Running comes back after two whole walks that felt fine, a little below where you were.",
            ],
            Week = rest.Write(outcome.FirstDayLeft),
            Calendar = rest.Calendar(),
            Lesson = week.Lesson is { } lesson && new Shelf(library).Find<Lesson>(lesson) is not null ? new Shelf(library).Note(lesson, new Receipts(library)) : null,
            Answer = new(
                "Tell us tomorrow morning how it is, with one number from 0 to 10:",
                "3 this morning",
                "Every number is a good answer: it decides how running comes back.",
                null),
            SignsLead = $"{SafetyScript.Call(number)} and do not wait for a mail if you notice any of these:",
            Signs = SafetyScript.EmergencySigns,
            Read = new ReadingWriter(outcome, words, reader.Units).Read(),
            Undo = ReceiptWriter.UndoWords(outcome),
            Asked = AskWriter.Write(outcome),
        };
    }
}
