using System.Collections.Immutable;

namespace RunBackCare.Mail.Views;

/// <summary>
/// What the safety mails say, word for word. Written beforehand and never built from anybody's words, so that the one mail that must be
/// right was read by people before it was needed. It stands here and not in a template: an editor's slip must not reach it.
/// </summary>
public static class SafetyScript
{
    /// <summary>Rises with every change of a word below; printed in the mail.</summary>
    public const string Version = "2026.2";

    /// <summary>What takes no delay, in words for everybody.</summary>
    internal static ImmutableArray<string> EmergencySigns { get; } =
    [
        "numbness or tingling between your legs, or around your genitals, buttocks or back passage",
        "trouble starting, stopping or feeling your urine, or leaking",
        "no control over your bowels, or not feeling when you wipe",
        "pain, weakness or numbness in both legs, or a leg or foot that quickly grows weak",
        "a new loss of sexual feeling or function",
        "pain or pressure in your chest",
        "a serious fall or accident",
        "a sudden tearing pain in your belly or back, or feeling faint with it",
    ];

    internal static string Call(EmergencyNumber number) => number.IsOwn
        ? $"Call {number.Digits}"
        : $"Call {number.Digits}, or the number for an ambulance where you are";

    internal static string CallOrBeTaken(EmergencyNumber number) => $"{Call(number)}, or let someone take you to the nearest emergency department.";

    internal const string Written = "This text was written beforehand and sent by a program. Nobody may read your answer in time to help: for help, please call.";
}
