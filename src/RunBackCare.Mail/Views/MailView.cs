using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>
/// One mail as its templates see it: strings ready to place, in the reader's culture. Public properties are what templates may name,
/// in snake_case; a view holds strings, addresses, flags, whole numbers, enumerations, and records and lists of these.
/// </summary>
public abstract record MailView
{
    /// <summary>Folder of its templates under <c>templates/mails</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>BCP 47 tag of the words.</summary>
    public string Language { get; init; } = Wording.DefaultLanguage;

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; init; } = "ltr";

    /// <summary>Subject and document title. Holds no word about anyone's health.</summary>
    public required string Title { get; init; }

    /// <summary>What stands large at the top; the title, where a mail has nothing shorter.</summary>
    public string Heading
    {
        get => field ?? Title;
        init;
    }

    /// <summary>What an inbox shows after the subject: 40 to 90 characters.</summary>
    public required string Preheader { get; init; }

    public required string Greeting { get; init; }

    public required Links Links { get; init; }

    /// <summary>Why this address gets this mail; in its foot.</summary>
    public string WhyYou { get; init; } = "You get this mail because this address was signed up for a weekly running plan.";

    /// <summary>Stands at the top of every mail; what a reply holds below it is ours.</summary>
    public string ReplyAbove { get; } = Wording.ReplyAbove;

    /// <summary>The days this mail tells, for a calendar; no template sees it. Null where it tells none.</summary>
    internal CalendarWeek? Calendar { get; init; }

    /// <summary>A file that comes along; no template sees it.</summary>
    internal AttachedFile? File { get; init; }

    /// <summary>First three parts of Feedback-ID: what kind of mail this is, never whose.</summary>
    internal abstract string Feedback { get; }
}
