namespace RunBackCare.Mail.Tests;

/// <summary>Whole mails, as approved.</summary>
public sealed class WeekMailSnapshots
{
    public static TheoryData<string> Weeks => [.. SampleWeeks.All.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Each_kind_of_week_reads_as_approved(string name)
    {
        var rendered = SampleLetters.Render(SampleWeeks.View(SampleWeeks.All.Single(w => w.Name == name).Week));

        Snapshot.Matches($"Subject: {rendered.Subject}\n\n{rendered.Text}", $"week-{name}");
    }

    [Fact]
    public void The_page_of_a_full_week_is_as_approved() =>
        Snapshot.Matches(SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full)).Html, "week-Full-html");
}
