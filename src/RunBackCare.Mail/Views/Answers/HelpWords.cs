using System.Collections.Immutable;

namespace RunBackCare.Mail.Views;

/// <summary>What one may write to us; the reader of replies knows each word as it stands here.</summary>
internal static class HelpWords
{
    public static ImmutableArray<ReplyWord> All { get; } =
    [
        new("2, 3 runs", "Your worst back pain of the week, 0 to 10, and how many runs you did."),
        new("Tue 3, Thu 1", "A score for each day you name."),
        new("skipped Thursday", "A run you did not do. It is never made up."),
        new("UNDO", "Takes your last answer back."),
        new("LAST WEEK", "Your last answer was about the week before."),
        new("PAUSE 2 WEEKS", "No plan for that long; RESUME ends it sooner."),
        new("SUMMARY", "One page for your doctor or physiotherapist."),
        new("EXPORT", "All we have stored about you."),
        new("DELETE", "Deletes all of it; we ask once."),
        new("STOP", "No more mails."),
    ];
}
