using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>Row 5 and what stands beside it: why a week waits, rests or begins again.</summary>
internal static class HoldWords
{
    /// <summary>Code of the reason that leaves a week empty because nobody answers.</summary>
    public const string SilentPause = "paused-silent";

    private const string OneNumber = "One number from 0 to 10 is enough.";

    public static Cause FirstWeek(int standing, bool partial) =>
        new("first-week", partial ? "This is your first week, and only part of one" : "This is your first week", ["R08"], ("rung", standing));

    /// <summary>Beside the first week, for whoever asked for more runs than may stand apart.</summary>
    public static Cause RunsApart(int asked, int most) =>
        new("runs-apart", $"You asked for {asked} runs. To begin with there is a day between runs, which makes {most} at most", ["R10"], ("asked", asked), ("most", most));

    public static Cause PartialWeek(bool now) =>
        new("partial-week", now ? "This week is only part of one" : "Last week was only part of one", ["R12"]);

    public static Cause AfterPause() => new("after-pause", "Welcome back: this is the first week after your pause", ["R12"]);

    public static Cause Reentry() => new("reentry", "The walks went well, so you run again, gently and from further down", ["R16", "R10"]);

    /// <param name="weeks">Weeks in a row without an answer.</param>
    public static Cause NoAnswer(int weeks, Policy policy) => weeks >= policy.SilentWeeksAsk
        ? new("no-answer-ask", $"We have not heard from you for {weeks} weeks. Are you still with us? One number from 0 to 10 is enough", [], ("weeks", weeks))
        : new("no-answer", weeks > 1 ? $"We have not heard for {weeks} weeks how your back is" : "We have not heard yet how last week felt", [], ("weeks", weeks)) { Then = OneNumber };

    public static Cause NoScore() => new("no-score", "We know what you did but not how your back felt", []) { Then = OneNumber };

    public static Cause FewDone(WeekLog log) =>
        new("few-done", $"{log.Done} of {Say.Trained(log.Planned, log)} done last week, and what was missed is not made up", ["R12"], ("done", log.Done), ("planned", log.Planned));

    public static Cause FewRunsAtRung(int runs, int rung) =>
        new("few-runs-at-rung", runs == 0 ? "You have no run at this step behind you yet, and the next step asks for two" : "You have one run at this step behind you, and the next step asks for two", ["R10"], ("rung", rung), ("runs", runs));

    public static Cause CutBack(int weeks) => new("cut-back", "A lighter week is due", ["R11"], ("weeks", weeks));

    public static Cause GreenOwed(int weeks) =>
        new("green-owed", weeks == 1 ? "One more calm week comes before the next step" : $"{weeks} more calm weeks come before the next step", ["R10"], ("weeks", weeks));

    public static Cause AfterChronicStep() => new("after-chronic-step", "Last week was a step up, and your back has this week to get used to it", ["R10"]);

    public static Cause BonePain() => new("bone-pain", "Pain at rest or on hopping wants looking at before anything goes up", ["P05"]);

    public static Cause NewShoes() => new("new-shoes", "Your shoes are new, and one new thing at a time is enough", ["S16", "R07"]);

    public static Cause NewSurface(Surface surface) =>
        new("new-surface", "The ground you mostly run on is new, and one new thing at a time is enough", ["S12", "R07"], ("surface", surface));

    public static Cause ExtraDay() => new("extra-day", "You asked for another run day: it comes in now at half the minutes, in place of a step up", ["R07"]);

    public static Cause Break(Break away) => away.Ill
        ? new("return", $"You were ill, and your last run was {Say.Count(away.Days, "day", "days")} ago", ["R01", "R10"], ("days", away.Days), ("ill", true))
        : new("return", $"{(away.Silent ? "The last run we know of" : "Your last run")} was {Say.Count(away.Days, "day", "days")} ago", ["R01", "R10"], ("days", away.Days));

    /// <param name="longer">It began before this week.</param>
    public static Cause PausedSilent(int weeks, bool longer) =>
        new(SilentPause, $"We have not heard from you for {(longer ? "more than " : "")}{weeks} weeks, so your plan is paused. Any answer wakes it up, and it will begin gently", [], ("weeks", weeks));

    public static Cause Paused() => new("paused", "Your plan is paused, as you asked. RESUME brings it back", []);
}
