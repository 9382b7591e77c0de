using RunBackCare.Mail.Views;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Tests;

/// <summary>One of each mail but the week, and of each of its forms, by the name of its approved text.</summary>
internal static class SampleMails
{
    private static readonly EmergencyNumber Number = new("112", IsOwn: true);

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
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
