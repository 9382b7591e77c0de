using RunBackCare.Mail.Views;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Tests;

/// <summary>One of each mail but the week, and of each of its forms, by the name of its approved text.</summary>
internal static class SampleMails
{
    private static readonly EmergencyNumber Number = new("112", IsOwn: true);

    private static readonly Uri Page = new($"https://run.example.org/me/{SampleWeeks.Token}");

    public static IReadOnlyDictionary<string, MailView> All { get; } = new Dictionary<string, MailView>(StringComparer.Ordinal)
    {
        ["confirm"] = ConfirmView.Of("Ann", SampleWeeks.Links),
        ["goodbye"] = GoodbyeView.Of("Ann", SampleWeeks.Links),
        ["receipt"] = SampleAnswers.Receipt("2, all done"),
        ["receipt-bare"] = SampleAnswers.Receipt("2"),
        ["receipt-days"] = SampleAnswers.Receipt("Tue 3, Thu 1, knee 2 on Thursday. Skipped Saturday. Slept 4"),
        ["receipt-asks"] = SampleAnswers.Receipt("2. The blue one went sideways, as my cousin puts it"),
        ["receipt-nothing-read"] = SampleAnswers.Receipt("What colour are the shoes?"),
        ["receipt-undo"] = SampleAnswers.Receipt("UNDO", null, new Effect.Undone(new(2026, 12, 6))),
        ["receipt-help"] = SampleAnswers.Receipt("HELP"),
        ["receipt-held"] = SampleAnswers.Receipt("RESUME", null, new Effect.Held()),
        ["receipt-revision"] = SampleAnswers.Receipt(SampleAnswers.Of("4, 2 runs", SampleAnswers.MondayMorning) with { Revision = SampleAnswers.Eased }),
        ["flare"] = SampleAnswers.Flare(),
        ["urgent"] = UrgentView.Of("Ann", Number, SampleWeeks.Links),
        ["emergency"] = EmergencyView.Of("Ann", Number, SampleWeeks.Links),
        ["emergency-country-unknown"] = EmergencyView.Of("Ann", EmergencyNumber.For(null), SampleWeeks.Links),
        ["clearance-asked"] = ClearanceView.Of("Ann", ClearanceCause.Asked, SampleWeeks.Links),
        ["clearance-week-after"] = ClearanceView.Of("Ann", ClearanceCause.WeekAfter, SampleWeeks.Links),
        ["clearance-before-starting"] = ClearanceView.Of("Ann", ClearanceCause.BeforeStarting, SampleWeeks.Links),
        ["silence-1"] = SilenceView.Of("Ann", 1, SampleWeeks.Links),
        ["silence-3"] = SilenceView.Of("Ann", 3, SampleWeeks.Links),
        ["silence-4"] = SilenceView.Of("Ann", 4, SampleWeeks.Links),
        ["paused"] = PausedView.Of(SampleWeeks.Ann, new(2026, 12, 7), new(2026, 12, 20), SampleWeeks.Links),
        ["paused-open"] = PausedView.Of(SampleWeeks.Ann, new(2026, 12, 7), null, SampleWeeks.Links),
        ["resumed"] = ResumedView.Of(SampleWeeks.Ann, weekFollows: true, SampleWeeks.Links),
        ["resumed-later"] = ResumedView.Of(SampleWeeks.Ann, weekFollows: false, SampleWeeks.Links),
        ["link"] = LinkView.Of("Ann", Page, SampleWeeks.Links),
        ["summary"] = SummaryView.Of("Ann", Page, SampleWeeks.Links),
        ["address-problem"] = AddressProblemView.Of("Ann", 3, SampleWeeks.Links),
        ["address-ask"] = AddressView.Ask(Page),
        ["address-moved"] = AddressView.Moved("Ann", SampleWeeks.Links),
        ["export"] = ExportView.Of("Ann", "{}"u8.ToArray(), SampleWeeks.Links),
        ["erase-ask"] = EraseView.Ask("Ann", SampleWeeks.Links),
        ["erase-done"] = EraseView.Done("Ann", SampleWeeks.Links with { Leave = null }),
        ["privacy"] = PrivacyView.Of(SampleWeeks.Ann, null, SampleWeeks.Links),
        ["privacy-changes"] = PrivacyView.Of(SampleWeeks.Ann, new(2027, 3, 1), SampleWeeks.Links),
        ["operator-alert"] = OperatorAlertView.Of(AlertCause.SafetySign, ["safety event 17"], Page),
    };


    public static TheoryData<string> Names => [.. All.Keys];
}
