using Ical.Net.CalendarComponents;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Tests.Content;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;
using Calendar = Ical.Net.Calendar;

namespace RunBackCare.Mail.Tests.Calendars;

/// <summary>The week as a calendar reads it.</summary>
public sealed class CalendarFileTests
{
    private const string Key = "5e1f0c2a9b3d4e77";

    private static readonly Instant Stamp = Instant.FromUtc(2026, 11, 29, 16, 0);

    public static TheoryData<string> Weeks => [.. SampleWeeks.All.Select(w => w.Name)];

    [Fact]
    public void The_calendar_of_a_full_week_is_as_approved() => Snapshot.Matches(Of(SampleWeeks.Full).ReplaceLineEndings("\n"), "calendar-Full");

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Each_day_with_something_to_do_is_one_event_that_lasts_all_day(string name)
    {
        var week = SampleWeeks.All.Single(w => w.Name == name).Week;

        var events = Events(week);

        Assert.Equal(week.Days.Where(d => d.Sessions.Any(s => s is not (Session.Rest or Session.Walk { Optional: true }))).Select(d => d.Date), events.Select(DateOf));
        Assert.All(events, e => Assert.True(e.IsAllDay));
        Assert.All(events, e => Assert.Equal(e.Start!.Value.AddDays(1), e.End!.Value));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Its_lines_are_such_as_any_calendar_reads(string name)
    {
        var file = Of(SampleWeeks.All.Single(w => w.Name == name).Week);

        AssertWellFormed(file);
    }

    [Fact]
    public void A_changed_week_has_the_same_events_with_a_higher_number()
    {
        var first = Events(SampleWeeks.Full);
        var changed = Events(SampleWeeks.Full with { Revision = 2, Days = SampleWeeks.Continuous.Days });

        Assert.All(first, e => Assert.Single(changed, c => c.Uid == e.Uid && DateOf(c) == DateOf(e)));
        Assert.All(first, e => Assert.Equal(0, e.Sequence));
        Assert.All(changed, e => Assert.Equal(1, e.Sequence));
    }

    [Fact]
    public void A_day_that_lost_its_session_is_cancelled()
    {
        var changed = Events(SampleWeeks.Full with { Revision = 2, Days = [.. SampleWeeks.Full.Days.Select(d => d.Date == SampleWeeks.Full.Starts ? d with { Sessions = [] } : d)] });

        Assert.Equal("CANCELLED", changed.Single(e => DateOf(e) == SampleWeeks.Full.Starts).Status);
        Assert.Equal("CONFIRMED", changed.Single(e => DateOf(e) == SampleWeeks.Full.Starts.PlusDays(1)).Status);
    }

    [Fact]
    public void A_week_that_was_stopped_cancels_all_its_days() =>
        Assert.Equal(7, Events(SampleWeeks.Emergency with { Revision = 2 }).Count(e => e.Status == "CANCELLED"));

    [Fact]
    public void Two_weeks_of_a_person_and_two_persons_share_no_event()
    {
        var next = SampleWeeks.Full with { Starts = SampleWeeks.Full.Starts.PlusWeeks(1), Days = [.. SampleWeeks.Full.Days.Select(d => d with { Date = d.Date.PlusWeeks(1) })] };
        var both = Read(CalendarFile.Of([SampleWeeks.View(SampleWeeks.Full), SampleWeeks.View(next)], Key, Stamp));
        var another = Read(CalendarFile.Of([SampleWeeks.View(SampleWeeks.Full)], "another", Stamp));

        var ids = both.Events.Concat(another.Events).Select(e => e.Uid).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void The_stamp_is_the_letters_and_not_the_clocks() =>
        Assert.All(Of(SampleWeeks.Full).Split("\r\n").Where(l => l.StartsWith("DTSTAMP", StringComparison.Ordinal)), line => Assert.Equal("DTSTAMP:20261129T160000Z", line));

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_others_may_see_says_nothing_of_health_and_opens_no_page(string name)
    {
        string[] words = ["pain", "hurt", "ache", "flare", "injur", "sore", "doctor", "medical", "health", "spine", "lumbar"];
        var week = SampleWeeks.All.Single(w => w.Name == name).Week;

        Assert.All(Events(week), e => Assert.All(words, word => Assert.DoesNotContain(word, e.Summary, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain("http", Of(week), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SampleWeeks.Token, Of(week), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_tells_how_its_exercises_go()
    {
        var strength = Events(SampleWeeks.Full).Single(e => DateOf(e) == SampleWeeks.Full.Starts.PlusDays(2));

        Assert.Equal("Strength 18 min", strength.Summary);
        Assert.Contains("- Bird dog: 6-4-2 × 8 s a side. How the bird dog goes", strength.Description, StringComparison.Ordinal);
        Assert.Contains("Reach an arm and the opposite leg. Leave the bird dog out if it hurts.", strength.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plank\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil")]
    [InlineData("a;b,c:d\\n\"e\"")]
    [InlineData("👩‍👩‍👧‍👦🏃🏽‍♀️ 渡辺 \u202etxt.exe \u0000\u0007")]
    [InlineData("{{ name }} <script>alert(1)</script>")]
    public void Hostile_content_is_words_and_nothing_else(string words)
    {
        var library = With(SampleLibrary.Value, words + new string('W', 300));

        var file = CalendarFile.Of([WeekView.Of(SampleWeeks.Full, library, SampleWeeks.Ann, SampleWeeks.Links)], Key, Stamp);

        AssertWellFormed(file);
        Assert.Equal(Events(SampleWeeks.Full).Select(e => e.Uid), Read(file).Events.Select(e => e.Uid));
        Assert.DoesNotContain(file, c => c is '\u202e' or '\u0000' or '\u0007');
        Assert.Equal(file, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void Whoever_it_is_for_is_not_named_in_it() =>
        Assert.DoesNotContain("Rumpelstilz", CalendarFile.Of([WeekView.Of(SampleWeeks.Full, SampleLibrary.Value, SampleWeeks.Ann with { Name = "Rumpelstilz" }, SampleWeeks.Links)], Key, Stamp), StringComparison.Ordinal);

    [Fact]
    public void The_longest_week_stays_under_30_KB() =>
        Assert.InRange(CalendarFile.Of([WeekView.Of(LongestWeek.Value, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links)], Key, Stamp).Length, 1_000, 30_000);

    private static Library With(Library library, string words) => new(
        library.Version,
        [.. library.Exercises.Select(e => e with { Name = words, HowTo = words })],
        [.. library.WarmUps.Select(w => w with { Name = words })],
        [.. library.Stretches.Select(s => s with { Name = words, Caution = words })],
        library.Rolls,
        library.Swaps,
        library.Cues,
        library.Lessons);

    private static string Of(PlannedWeek week) => CalendarFile.Of([SampleWeeks.View(week)], Key, Stamp);

    private static List<CalendarEvent> Events(PlannedWeek week) => [.. Read(Of(week)).Events.OrderBy(DateOf)];

    private static Calendar Read(string file) => Calendar.Load(file)!;

    private static LocalDate DateOf(CalendarEvent day) => LocalDate.FromDateTime(day.Start!.Value);

    /// <summary>RFC 5545 by its letter: line ends, folding at 75 bytes, a name before each colon, and as many ends as beginnings.</summary>
    private static void AssertWellFormed(string file)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.Equal(file.Count(c => c == '\r'), file.Count(c => c == '\n'));
        var folded = file.Split("\r\n")[..^1];
        Assert.All(folded, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 1, 75));
        var lines = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];
        Assert.All(lines, line => Assert.Matches("^(BEGIN|END|VERSION|PRODID|UID|DTSTAMP|SEQUENCE|DTSTART|DTEND|SUMMARY|DESCRIPTION|STATUS|CLASS|TRANSP)[:;]", line));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(lines.Count(l => l == "BEGIN:VEVENT"), lines.Count(l => l == "END:VEVENT"));
    }
}
