using System.Collections.Immutable;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;

namespace RunBackCare.Mail.Tests;

/// <summary>Looking back, in bars and in words.</summary>
public sealed class ProgressTests
{
    private readonly ProgressView _progress = View(SampleWeeks.Past)!;

    [Fact]
    public void Every_week_has_its_numbers() =>
        Assert.Equal(
            [
                "5 Oct: 8 min, 4", "12 Oct: 15 min, 3", "19 Oct: walks, 6", "26 Oct: 10 min, 3", "2 Nov: not known, no answer",
                "9 Nov: paused, –", "16 Nov: 25 min, 2", "23 Nov: 30 min, 2",
            ],
            _progress.Weeks.Select(w => Wording.Untied($"{w.Name}: {w.Run.Text}, {w.Pain.Text}")));

    [Fact]
    public void What_is_not_known_has_no_bar() =>
        Assert.Equal([null, null], new[] { _progress.Weeks[4].Run.Percent, _progress.Weeks[4].Pain.Percent });

    [Fact]
    public void Bars_are_as_long_as_their_numbers_and_leave_room_for_them()
    {
        Assert.Equal([15, 30, null, 20, null, null, 50, 60], _progress.Weeks.Select(w => w.Run.Percent));
        Assert.Equal([24, 18, 36, 18, null, null, 12, 12], _progress.Weeks.Select(w => w.Pain.Percent));
    }

    [Fact]
    public void The_words_say_what_the_bars_show() =>
        Assert.Equal(
            [
                "Running: 8 min in the week from 5 October and 30 min in the week from 23 November.",
                "Your back at its worst: 4 in the week from 5 October, 2 in the week from 23 November.",
                "One week has no score; that counts as not known, never as a zero.",
            ],
            _progress.InWords.Select(Wording.Untied));

    [Fact]
    public void A_peak_between_the_ends_is_named() =>
        Assert.Equal(
            "Running: 10 min in the week from 9 November and 20 min in the week from 23 November; the most was 40 min in the week from 16 November.",
            Wording.Untied(View([Week(9, 600, 1), Week(16, 2400, 1), Week(23, 1200, 1)])!.InWords[0]));

    [Fact]
    public void One_week_is_nothing_to_look_back_on() => Assert.Null(View([Week(23, 600, 1)]));

    [Fact]
    public void Weeks_that_nobody_spoke_of_are_nothing_to_look_back_on() => Assert.Null(View([Week(16, null, null), Week(23, null, null)]));

    [Fact]
    public void No_more_than_twelve_weeks_are_shown()
    {
        var longAgo = Enumerable.Range(0, 26).Select(i => new WeekProgress(new NodaTime.LocalDate(2026, 6, 1).PlusWeeks(i), 600, 1, ProgressKind.Running));

        Assert.Equal(("Your last 12 weeks", 12), (View([.. longAgo])!.Heading, View([.. longAgo])!.Weeks.Length));
    }

    [Fact]
    public void Weeks_of_no_running_at_all_draw_no_bar() => Assert.All(View([Week(16, 0, 6), Week(23, 0, 0)])!.Weeks, week => Assert.Null(week.Run.Percent));

    [Fact]
    public void Both_forms_of_the_mail_carry_the_same_facts()
    {
        var rendered = SampleLetters.Render(WeekView.Of(SampleWeeks.Full, SampleLibrary.Value, SampleWeeks.Ann, SampleWeeks.Links, SampleWeeks.Past));

        Assert.All(
            ViewFacts.Of(_progress),
            fact => Assert.All(new[] { Reading.OfText(rendered.Text), Reading.OfPage(rendered.Html) }, form => Assert.Contains(Reading.OfText(fact.Text), form, StringComparison.Ordinal)));
        Snapshot.Matches($"Subject: {rendered.Subject}\n\n{rendered.Text}", "week-with-progress");
    }

    private static ProgressView? View(ImmutableArray<WeekProgress> weeks) => new ProgressWriter(weeks, new(null)).Write();

    private static WeekProgress Week(int november, int? seconds, int? worst) => new(new(2026, 11, november), seconds, worst, ProgressKind.Running);
}
