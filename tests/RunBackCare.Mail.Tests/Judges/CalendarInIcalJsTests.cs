namespace RunBackCare.Mail.Tests.Judges;

/// <summary>Our calendars as ical.js reads them, which Thunderbird and Nextcloud are built on.</summary>
public sealed class CalendarInIcalJsTests
{
    [Fact]
    public async Task Every_calendar_of_every_mail_reads_as_days_that_last_from_midnight_to_midnight()
    {
        var report = await MailTools.ReportAsync();

        Assert.Equal(JudgedMails.All.Count(m => m.View.Calendar is { Days.IsEmpty: false }) + JudgedCalendars.All.Length, report.Calendars.Length);
        Assert.All(report.Calendars, calendar =>
        {
            Assert.NotEmpty(calendar.Events);
            Assert.All(calendar.Events, e => Assert.True(e.AllDay, $"{calendar.Name} {e.Starts}"));
            Assert.All(calendar.Events, e => Assert.Equal(DateOnly.Parse(e.Starts, null).AddDays(1), DateOnly.Parse(e.Ends, null)));
        });
    }

    [Fact]
    public async Task A_changed_week_updates_each_event_and_doubles_none()
    {
        var report = await MailTools.ReportAsync();
        var first = Events(report, JudgedCalendars.First);
        var changed = Events(report, JudgedCalendars.Changed);

        // As a calendar does with the second file: the same UID takes the other's place where its number is higher.
        var kept = first.ToDictionary(e => e.Uid, StringComparer.Ordinal);
        foreach (var e in changed)
        {
            kept[e.Uid] = kept.TryGetValue(e.Uid, out var before) && before.Sequence >= e.Sequence ? before : e;
        }

        Assert.All(first, e => Assert.Equal(1, kept[e.Uid].Sequence));
        var shown = kept.Values.Where(e => e.Status != "CANCELLED").ToList();
        Assert.Equal(shown.Count, shown.Select(e => e.Starts).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(changed.Where(e => e.Status == "CONFIRMED").Select(e => e.Starts), shown.Select(e => e.Starts).Order(StringComparer.Ordinal));
        Assert.Equal("CANCELLED", kept.Values.Single(e => e.Starts == "2026-11-30").Status);
    }

    [Fact]
    public async Task Hostile_words_are_words_in_it_and_begin_no_event_of_their_own()
    {
        var report = await MailTools.ReportAsync();
        var hostile = Events(report, JudgedCalendars.Hostile);

        Assert.Equal(Events(report, JudgedCalendars.First).Select(e => e.Uid), hostile.Select(e => e.Uid));
        Assert.Contains(hostile, e => e.Description.Contains("Plank END:VEVENT BEGIN:VEVENT UID:evil; a,b:c\\n\"e\" <script>alert(1)</script> {{ name }} txt 👩‍👩‍👧‍👦 渡辺", StringComparison.Ordinal));
    }

    private static List<JudgedEvent> Events(JudgesReport report, string name) => [.. report.Calendars.Single(c => c.Name == name).Events.OrderBy(e => e.Starts, StringComparer.Ordinal)];
}
