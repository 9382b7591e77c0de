using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Views;

/// <summary>Says what was done, in a sentence and as a title.</summary>
internal sealed class EffectWords(Wording words)
{
    public string Say(Effect effect) => effect switch
    {
        Effect.Undone undone => $"Your answer of {words.Day(undone.Answered)} is taken back. Nothing of it counts any more.",
        Effect.NothingToUndo => "There was no answer to take back.",
        Effect.Moved moved => $"Your last answer now counts for {words.Week(moved.Week)}.",
        Effect.Paused { To: { } to } paused => $"Your plan is paused from {words.Day(paused.From)} to {words.Day(to)}. It then comes back by itself; RESUME brings it back sooner.",
        Effect.Paused paused => $"Your plan is paused from {words.Day(paused.From)}. RESUME brings it back.",
        Effect.Resumed => "Your plan goes on, gently at first.",
        Effect.NothingToResume => "Your plan was not paused; it goes on as it is.",
        Effect.Cleared => "We have noted that a clinician has seen you and said that you may run. Your plan goes on: walks first, then running a little below where you were.",
        Effect.Held => "Your plan stays on hold until a clinician has said that you may run. Then reply CLEARED.",
        Effect.OnItsWay { What: CommandKind.Export } => "Everything we have stored about you is on its way, in a mail of its own.",
        Effect.OnItsWay { What: CommandKind.Summary } => "Your one-page summary is on its way, in a mail of its own.",
        Effect.OnItsWay => "Your week is on its way again, in a mail of its own.",
        Effect.NothingAsked => "You answered YES or NO, but no question of ours is open.",
        Effect.Kept => "Nothing is deleted. Your plan goes on as it is.",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "Not an effect."),
    };

    public string Title(Effect effect) => effect switch
    {
        Effect.Undone => "Undone: your last answer",
        Effect.NothingToUndo => "There was no answer to undo",
        Effect.Moved moved => $"Moved: your answer counts for the week from {words.Date(moved.Week)}",
        Effect.Paused => "Your plan is paused",
        Effect.Resumed or Effect.Cleared => "Your plan goes on",
        Effect.Held => "Your plan stays on hold",
        Effect.OnItsWay => "Got it: it is on its way",
        Effect.Kept => "Nothing is deleted",
        _ => "Got it, and nothing has changed",
    };
}
