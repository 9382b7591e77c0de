using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Replies;

/// <summary>What a person's words mean. Nothing in it is guessed: what could be read in two ways is asked.</summary>
public sealed record Reading
{
    /// <summary>Version of the grammar it was read with.</summary>
    public string Grammar { get; init; } = ReplyGrammar.Version;

    /// <summary>Monday of the week a bare answer is about.</summary>
    public required LocalDate Week { get; init; }

    /// <summary>In the order of the words. A bare answer has no day.</summary>
    public ImmutableArray<PainReport> Reports { get; init; } = [];

    public ImmutableArray<SessionLog> Sessions { get; init; } = [];

    public ImmutableArray<ReplyCommand> Commands { get; init; } = [];

    /// <summary>Safety signs in the words, and a score of nine or ten.</summary>
    public ImmutableArray<SafetyFlag> Flags { get; init; } = [];

    /// <summary>Sleep, 1 (poor) to 5 (good), where it was said.</summary>
    public int? Sleep { get; init; }

    /// <summary>The person's own words that were not understood, to be quoted back and asked once.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>What to ask for; empty where nothing is open.</summary>
    public ImmutableArray<ReplyQuestion> Questions { get; init; } = [];

    /// <summary>Also asks about each line of this text.</summary>
    public Reading AskingAbout(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines
        ? this with { Unread = Unread.AddRange(lines), Questions = [.. Questions.Append(ReplyQuestion.Unclear).Distinct().Order()] }
        : this;

    /// <summary>Nothing at all was understood.</summary>
    public bool IsEmpty => Reports.IsEmpty && Sessions.IsEmpty && Commands.IsEmpty && Flags.IsEmpty && Sleep is null;
}

public enum ReplyQuestion
{
    /// <summary>Sessions were told, but no score.</summary>
    Score,

    /// <summary>A number above ten.</summary>
    OutOfRange,

    /// <summary>Numbers that could mean two things, such as "2,3".</summary>
    WhichMeaning,

    /// <summary>Words that were not understood.</summary>
    Unclear,
}

/// <summary>A word on a line of its own.</summary>
/// <param name="Weeks">Of a pause; null where no number was given.</param>
public sealed record ReplyCommand(CommandKind Kind, int? Weeks = null)
{
    /// <summary>The word as <c>inspect</c> prints it.</summary>
    public override string ToString() => Kind switch
    {
        CommandKind.Pause when Weeks is { } weeks => $"pause {weeks} weeks",
        CommandKind.LastWeek => "last week",
        CommandKind.ThisWeek => "this week",
        CommandKind.SendAgain => "send it again",
        _ => $"{Kind}".ToLowerInvariant(),
    };
}

public enum CommandKind
{
    Undo,
    Pause,
    Resume,
    Stop,
    Export,
    Delete,
    Help,
    Summary,
    Cleared,
    LastWeek,
    ThisWeek,
    SendAgain,

    /// <summary>The answer to a question we asked.</summary>
    Yes,

    /// <inheritdoc cref="Yes"/>
    No,
}
