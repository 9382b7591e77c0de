using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Commands;

/// <summary>What the table says fits the week and its reader.</summary>
public sealed class PreviewTableTests
{
    private static readonly LocalDate First = new(2026, 11, 30);
    private static readonly Library Library = LibraryReader.Read(Repository.Content).Require();
    private static readonly SubscriberDraft Runner = SampleSubscribers.Read().Single(person => person.Name == "Kwame");

    [Fact]
    public void The_longest_run_allowed_is_named_where_something_is_run()
    {
        Assert.Contains("no run over ", Shown(Runner, Week(_ => 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_of_walks_names_no_longest_run_and_no_running_form()
    {
        var week = Week(_ => 7);

        Assert.Equal("WalkOnly", $"{week.Decision}");
        Assert.DoesNotContain("no run over", Shown(Runner, week), StringComparison.Ordinal);
        Assert.DoesNotContain("\nForm ", Shown(Runner, week), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_week_names_no_longest_run() =>
        Assert.DoesNotContain("no run over", Shown(Runner, Week(_ => 1) with { Paused = true, Days = [] }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Units.Kilometres, "Your shoes have 322 km on them.")]
    [InlineData(Units.Miles, "Your shoes have 200 miles on them.")]
    public void Shoes_are_told_in_the_units_of_the_person(Units units, string words)
    {
        var person = Runner with { Profile = Runner.Profile with { Units = units } };

        Assert.Contains(words, Shown(person, Week(_ => 1) with { Shoes = new(322, ShoeAdvice.Fine) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_of_both_sides_at_once_has_no_sides_after_a_run() =>
        Assert.Contains(
            "after: Walk 5 min, then 30 s each side: Butterfly at the wall (30 s in all) · Lying figure four",
            string.Join(' ', Shown(Runner, After("T04", "T06")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);

    private static PlannedWeek Week(Func<int, int?> scores) =>
        PreviewCourse.Play(new(Policy.Current, Library), Runner, First, weeks: 2, new PreviewAnswers.Weekly(scores))[^1];

    private static PlannedWeek After(params string[] stretches)
    {
        var week = Week(_ => 1);
        return week with { Days = [.. week.Days.Select(day => day with { Sessions = [.. day.Sessions.Select(s => s is Session.Run run ? run with { After = [.. stretches] } : s)] })] };
    }

    private static string Shown(SubscriberDraft person, PlannedWeek week)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new PreviewTable(text, Library).Week(person, week);
        return text.ToString();
    }
}
