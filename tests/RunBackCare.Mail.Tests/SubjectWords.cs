using System.Collections.Immutable;

namespace RunBackCare.Mail.Tests;

/// <summary>Beginnings of words that no subject may hold: a phone on a table shows subjects to everybody.</summary>
internal static class SubjectWords
{
    public static ImmutableArray<string> AboutHealth { get; } =
        ["pain", "back", "hurt", "ache", "flare", "injur", "sore", "red\\b", "doctor", "clinician", "urgent", "emergency", "medical", "health", "spine", "lumbar", "leg\\b", "numb", "hospital"];
}
