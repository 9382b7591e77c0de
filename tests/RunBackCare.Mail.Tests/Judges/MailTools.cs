using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Views;
using RunBackCare.Testing;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>The judges of <c>tests/mail-tools</c>: one process, one browser, once over all mails, whoever asks first.</summary>
internal static class MailTools
{
    public const string CalendarKey = "5e1f0c2a9b3d4e77";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Task<JudgesReport>> Once = new(RunAsync);

    public static Task<JudgesReport> ReportAsync()
    {
        Assert.SkipUnless(Programs.Find("node") is not null, "Node.js is not installed; deploy/test.sh installs it.");
        Assert.SkipUnless(Programs.Find("chromium") is not null, "Chromium is not installed; deploy/test.sh installs it.");
        Assert.SkipUnless(Directory.Exists(Tools("node_modules")), "The judges of tests/mail-tools are not installed; deploy/test.sh installs them (npm ci).");
        return Once.Value;
    }

    private static async Task<JudgesReport> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("runbackcare-judged-");
        try
        {
            Write(folder.FullName);
            var report = Path.Combine(folder.FullName, "report.json");
            await using var judge = await ChildProcess.StartAsync(
                Programs.Find("node")!, [Tools("judge.mjs"), folder.FullName, report], new Dictionary<string, string> { ["CHROMIUM"] = Programs.Find("chromium")! });
            Assert.True(await judge.Exited.WaitAsync(Patience) == 0, judge.Output);
            return JsonSerializer.Deserialize<JudgesReport>(await File.ReadAllTextAsync(report), Camel)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder)
    {
        foreach (var (name, view) in JudgedMails.All)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.html"), SampleLetters.Render(view).Html);
            if (view.Calendar is { Days.IsEmpty: false } calendar)
            {
                WriteCalendar(folder, name, calendar);
            }
        }

        foreach (var (name, calendar) in JudgedCalendars.All)
        {
            WriteCalendar(folder, name, calendar);
        }
    }

    private static void WriteCalendar(string folder, string name, CalendarWeek week) =>
        File.WriteAllText(Path.Combine(folder, $"{name}.ics"), CalendarFile.Of([week], CalendarKey, Instant.FromUtc(2026, 11, 29, 16, 0)));

    private static string Tools(string name) => Repository.File("tests", "mail-tools", name);
}

internal sealed record JudgesReport(ImmutableArray<JudgedPage> Mails, ImmutableArray<JudgedCalendar> Calendars);

/// <param name="Markup">What html-validate finds wrong.</param>
/// <param name="Light">What axe-core finds wrong on a light screen.</param>
/// <param name="Dark">And on a dark one.</param>
/// <param name="Overflow">Pixels by which the page is wider than a phone.</param>
/// <param name="Clients">Score of 0 to 100 by client.</param>
internal sealed record JudgedPage(
    string Name, ImmutableArray<string> Markup, ImmutableArray<string> Light, ImmutableArray<string> Dark, int Overflow, ImmutableDictionary<string, int> Clients, ComparedFeatures Features);

/// <summary>Features that a client does not support: of our page, and of MJML's of the same mail.</summary>
internal sealed record ComparedFeatures(ImmutableArray<string> Ours, ImmutableArray<string> Theirs);

internal sealed record JudgedCalendar(string Name, ImmutableArray<JudgedEvent> Events);

internal sealed record JudgedEvent(string Uid, int Sequence, string Starts, string Ends, bool AllDay, string Status, string Summary, string Description);
