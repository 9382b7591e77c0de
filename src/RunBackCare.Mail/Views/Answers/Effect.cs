using System.Text.Json.Serialization;
using NodaTime;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Views;

/// <summary>Something that was done, or was not, at a person's word. A receipt says each in a sentence. Stored with the reply; names in JSON never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(NothingToUndo), "nothingToUndo")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(NothingToResume), "nothingToResume")]
[JsonDerivedType(typeof(Cleared), "cleared")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(OnItsWay), "onItsWay")]
[JsonDerivedType(typeof(NothingAsked), "nothingAsked")]
[JsonDerivedType(typeof(Kept), "kept")]
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>UNDO took the last answer back.</summary>
    /// <param name="Answered">The person's local day of that answer.</param>
    public sealed record Undone(LocalDate Answered) : Effect;

    /// <summary>UNDO found no answer to take back.</summary>
    public sealed record NothingToUndo : Effect;

    /// <summary>LAST WEEK or THIS WEEK moved the last answer.</summary>
    /// <param name="Week">Its Monday.</param>
    public sealed record Moved(LocalDate Week) : Effect;

    /// <summary>PAUSE. A pause alone has a mail of its own, <see cref="PausedView"/>.</summary>
    /// <param name="To">Last day of the pause; null where it lasts until RESUME.</param>
    public sealed record Paused(LocalDate From, LocalDate? To) : Effect;

    public sealed record Resumed : Effect;

    /// <summary>RESUME where nothing was paused.</summary>
    public sealed record NothingToResume : Effect;

    /// <summary>YES to the question of <see cref="ClearanceView"/>.</summary>
    public sealed record Cleared : Effect;

    /// <summary>A hold stands after NO, RESUME or UNDO, or while a sign is told again.</summary>
    public sealed record Held : Effect;

    /// <summary>EXPORT, SUMMARY or SEND IT AGAIN: it comes in a mail of its own.</summary>
    public sealed record OnItsWay(CommandKind What) : Effect;

    /// <summary>YES or NO where we had asked nothing, or too long ago.</summary>
    public sealed record NothingAsked : Effect;

    /// <summary>NO to the question whether all should be deleted.</summary>
    public sealed record Kept : Effect;
}
