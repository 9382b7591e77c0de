using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Views;

/// <summary>Answers an answer: what was read, what it changes, how to take it back, and what is still open.</summary>
public sealed record ReceiptView : MailView
{
    public override string Kind => "receipt";

    internal override string Feedback => "receipt:reply:plan";

    /// <summary>With dates; empty where nothing was understood, or a word was all.</summary>
    public ImmutableArray<string> Read { get; init; } = [];

    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>Null where all was understood.</summary>
    public AskView? Asked { get; init; }

    /// <summary>The changed week; null where it stays as it is.</summary>
    public RestOfWeekView? Week { get; init; }

    /// <summary>How to correct it; empty where there is nothing to take back.</summary>
    public ImmutableArray<ReplyWord> Undo { get; init; } = [];

    /// <summary>What may be written; only where HELP asked for it or nothing was understood.</summary>
    public ImmutableArray<ReplyWord> Help { get; init; } = [];

    /// <param name="library">The content of the changed week.</param>
    public static ReceiptView Of(AnswerOutcome outcome, Library library, WeekReader reader, Links links) => new ReceiptWriter(outcome, library, reader).Write(links);
}
