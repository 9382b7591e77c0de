using System.Globalization;
using MimeKit;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>The mails as files: each week's .html, .txt and .eml, as they would be sent but for links that lead nowhere.</summary>
internal sealed class PreviewMails(string folder, LoadedTemplates files, TextWriter output) : IPreviewOutput
{
    private static readonly Links Nowhere = new()
    {
        Leave = new("https://preview.invalid/leave"),
        Week = new("https://preview.invalid/week"),
        Pain = new("https://preview.invalid/pain"),
        Preferences = new("https://preview.invalid/me"),
        Calendar = new("https://preview.invalid/calendar.ics"),
    };

    private readonly LetterComposer _composer = new(files.Set, new()
    {
        From = new MailboxAddress("RunBackCare", "plans@preview.invalid"),
        ReplyDomain = "preview.invalid",
        BounceDomain = "preview.invalid",
        ListId = "weekly.preview.invalid",
        FeedbackSender = "preview",
        Operator = new("Preview", "Nowhere Street 1, 00000 Nowhere", "help@preview.invalid"),
    });

    private readonly List<string> _pages = [];

    private int _person;

    /// <summary>The .html files written so far.</summary>
    public IReadOnlyList<string> Pages => _pages;

    public void Begin(SubscriberDraft person)
    {
        Directory.CreateDirectory(folder);
        _person++;
    }

    public void Week(SubscriberDraft person, PlannedWeek week)
    {
        if (week.Days.IsEmpty)
        {
            output.WriteLine($"No mail for the week from {week.Starts:uuuu-MM-dd}: nothing is planned.");
            return;
        }

        var reader = WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt));
        var letter = _composer.Compose(WeekView.Of(week, files.Library, reader, Nowhere), new()
        {
            To = person.Address ?? "you@preview.invalid",
            Name = person.Name,
            MessageId = FormattableString.Invariant($"{_person}.{week.Starts:uuuuMMdd}.{week.Revision}@preview.invalid"),
            Date = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset(),
            ReplyToken = "preview",
            BounceToken = "preview",
            Links = Nowhere,
            CalendarKey = "preview",
        });
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{_person:00}-{week.Starts:uuuu-MM-dd}"));
        File.WriteAllText(name + ".html", letter.Message.HtmlBody);
        File.WriteAllText(name + ".txt", letter.Message.TextBody);
        letter.Message.WriteTo(name + ".eml");
        _pages.Add(name + ".html");
        output.WriteLine(name + ".html");
    }
}
