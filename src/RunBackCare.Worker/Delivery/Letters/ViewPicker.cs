using System.Globalization;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>From the kind of a mail to the view that says it.</summary>
internal sealed class ViewPicker(Library library)
{
    /// <param name="page">The one page the mail is about; null for most.</param>
    /// <exception cref="InvalidOperationException">What the mail tells of is gone.</exception>
    public MailView Pick(ClaimedMail mail, Subscriber person, MailedWeek? week, AnsweredReply? answered, Links links, Uri? page, Particulars particulars) => mail.Kind switch
    {
        MailKind.Week => Week(mail, person, week ?? throw new InvalidOperationException("The week's row is gone."), links),
        MailKind.Silence => Silence(person, week ?? throw new InvalidOperationException("The week's row is gone."), links),
        MailKind.Confirm => ConfirmView.Of(person.Name, links),
        MailKind.Goodbye => GoodbyeView.Of(person.Name, links),
        MailKind.Receipt => ReceiptView.Of(Outcome(answered, week?.Plan), library, Reader(person), links),
        MailKind.Flare => FlareView.Of(Outcome(answered, week?.Plan), library, Reader(person), Number(person), links),
        MailKind.Urgent => UrgentView.Of(person.Name, Number(person), links),
        MailKind.Emergency => EmergencyView.Of(person.Name, Number(person), links),
        MailKind.BeforeStarting => ClearanceView.Of(person.Name, ClearanceCause.BeforeStarting, links),
        MailKind.Clearance => ClearanceView.Of(person.Name, ClearanceCause.Asked, links),
        MailKind.ClearanceReminder => ClearanceView.Of(person.Name, ClearanceCause.WeekAfter, links),
        MailKind.Link => LinkView.Of(person.Name, page!, links),
        MailKind.Summary => SummaryView.Of(person.Name, page!, links),
        MailKind.Export => ExportView.Of(person.Name, particulars.Export ?? throw new InvalidOperationException("There is no export."), links),
        MailKind.EraseQuestion => EraseView.Ask(person.Name, links),
        MailKind.Erased => EraseView.Done(person.Name, links with { Leave = null }),
        MailKind.AddressQuestion => AddressView.Ask(page ?? throw new InvalidOperationException("The change of address is gone.")),
        MailKind.AddressMoved => AddressView.Moved(person.Name, links),
        _ => throw new InvalidOperationException($"There is no mail for {mail.Kind}."),
    };

    private WeekView Week(ClaimedMail mail, Subscriber person, MailedWeek week, Links links) =>
        WeekView.Of(week.Plan, library, Reader(person) with { IsAgain = NewMails.IsAgain(mail.Cause) }, links, week.Past);

    private static SilenceView Silence(Subscriber person, MailedWeek week, Links links) =>
        SilenceView.Of(person.Name, int.Parse(week.Plan.Reasons[0].Values["weeks"], CultureInfo.InvariantCulture), links);

    private static WeekReader Reader(Subscriber person) => WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt));

    private static EmergencyNumber Number(Subscriber person) => EmergencyNumber.For(person.Country, person.Zone);

    private static AnswerOutcome Outcome(AnsweredReply? answered, PlannedWeek? week) =>
        (answered?.Outcome ?? throw new InvalidOperationException("The reply's row is gone.")) with { Revision = week };
}
