using System.Collections.Immutable;
using MimeKit;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Tests.Content;
using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>What the judges look at: each form of each mail, weeks of real people in every decision, and the longest week there can be.</summary>
internal static class JudgedMails
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("RUNBACKCARE_FULL") == "1";

    public const string Longest = "week-longest";

    /// <summary>By a name that can be a file's.</summary>
    public static ImmutableArray<(string Name, MailView View)> All { get; } =
    [
        .. SampleMails.All.Select(mail => (mail.Key, mail.Value)),
        .. SampleCourses.Sample(Whole).Select(week => (week.Name, (MailView)week.View)),
        (Longest, WeekView.Of(LongestWeek.Value, RepositoryLibrary.Library, SampleWeeks.Ann with { Name = new('W', 300) }, SampleWeeks.Links, SampleWeeks.Past)),
    ];

    /// <summary>As it goes out, today: judges of mail look at the date.</summary>
    public static MimeMessage Message((string Name, MailView View) mail) => SampleLetters.Composer.Compose(mail.View, SampleLetters.Addressing with
    {
        Date = DateTimeOffset.UtcNow,
        MessageId = $"{mail.Name}@run.example.org",
        Links = mail.View.Links,
    }).Message;
}
