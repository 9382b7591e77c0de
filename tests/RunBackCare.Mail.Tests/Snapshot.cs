using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests;

internal static class Snapshot
{
    public static void Matches(string actual, string name) => ApprovedText.Matches(actual, "tests", "RunBackCare.Mail.Tests", "Snapshots", $"{name}.txt");
}
