using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests;

/// <summary>Answers as people write them, read by the real reader.</summary>
internal static class SampleAnswers
{
    /// <summary>Sunday evening of the sample week, before the next one is planned.</summary>
    public static LocalDateTime SundayEvening { get; } = new(2026, 12, 6, 16, 0);

    public static LocalDateTime MondayMorning { get; } = new(2026, 11, 30, 8, 0);

    public static LocalDateTime ThursdayEvening { get; } = new(2026, 12, 3, 19, 30);

    /// <summary>The sample week from Thursday on, after a red score.</summary>
    public static PlannedWeek Softened { get; } = SampleWeeks.Full with
    {
        Decision = Decision.WalkOnly,
        Row = 3,
        Rung = 0,
        Acute = true,
        Revision = 2,
        Cue = null,
        Lesson = "E15",
        Reasons = [Reason.Of("flare", "Your back was a 7 on Thursday, so the runs left this week become walks. Turn back when it nags.", ["R16"])],
        Days = [.. SampleWeeks.Full.Days.Take(4), .. SampleWeeks.WalkOnly.Days.Skip(4)],
    };

    /// <summary>The sample week after a late answer about the week before.</summary>
    public static PlannedWeek Eased { get; } = SampleWeeks.Full with
    {
        Decision = Decision.StepBack,
        Row = 4,
        Rung = 4,
        Revision = 2,
        Reasons = [Reason.Of("rising", "Your back went from 2 to 4, so this week is one step easier: 8 × 1:00 instead of 10 × 1:00.", ["R10"])],
        Days = [.. SampleWeeks.Full.Days.Select(d => d with { Sessions = [.. d.Sessions.Select(s => s is Session.Run run ? run with { Reps = 8, WalkSeconds = 90 } : s)] })],
    };

    public static AnswerOutcome Of(string words, LocalDateTime? written = null)
    {
        var context = Context(written ?? SundayEvening);
        return new() { Reading = ReplyReader.Read(words, context), Context = context };
    }

    public static ReplyContext Context(LocalDateTime written) => new()
    {
        Written = written,
        Weeks = [Past(SampleWeeks.Full with { Starts = SampleWeeks.Full.Starts.PlusWeeks(-1), Days = [.. SampleWeeks.Full.Days.Select(d => d with { Date = d.Date.PlusWeeks(-1) })] }), Past(SampleWeeks.Full)],
        Answered = [SampleWeeks.Full.Starts.PlusWeeks(-1)],
    };

    public static ReceiptView Receipt(string words, LocalDateTime? written = null, params ImmutableArray<Effect> effects) => Receipt(Of(words, written) with { Effects = effects });

    public static ReceiptView Receipt(AnswerOutcome outcome) => ReceiptView.Of(outcome, SampleLibrary.Value, SampleWeeks.Ann, SampleWeeks.Links);

    public static FlareView Flare(string words = "7 on the run today, had to stop") =>
        FlareView.Of(Of(words, ThursdayEvening) with { Revision = Softened }, SampleLibrary.Value, SampleWeeks.Ann, new("112", IsOwn: true), SampleWeeks.Links);

    private static PastWeek Past(PlannedWeek week) => PastWeek.Of(week, delivered: true);
}
