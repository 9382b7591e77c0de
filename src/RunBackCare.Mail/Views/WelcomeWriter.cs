namespace RunBackCare.Mail.Views;

/// <summary>Says once how a plan by mail works.</summary>
internal sealed class WelcomeWriter(WeekReader reader, Wording words)
{
    public WelcomeView Write() => new(
        "Welcome. From now on we plan your weeks, and you tell us how they felt. This is how it works:",
        [
            reader.NextMail is { } next
                ? $"Each {words.Weekday(next.Day)} at {words.Time(next.At)} your week comes by mail: runs that grow slowly, strength, stretching and rest."
                : "Once a week your plan comes by mail: runs that grow slowly, strength, stretching and rest.",
            "Do what you can. A shorter run counts, a missed one is never made up, and easy means that you can talk.",
            "Answer with one number, your worst back pain of the week from 0 to 10. The next week follows from it, and a receipt tells you what we understood.",
            "HELP, PAUSE 2 WEEKS or STOP, on a line of its own, works at any time.",
        ]);
}
