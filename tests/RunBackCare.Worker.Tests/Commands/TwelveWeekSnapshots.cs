using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Testing;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Commands;

/// <summary>
/// Twelve weeks of each sample person in the words people read, to the letter, so that a change of any rule shows what it does to
/// somebody's training.
/// </summary>
public sealed class TwelveWeekSnapshots
{
    private const int Weeks = 12;

    private static readonly LocalDate First = new(2026, 11, 30);
    private static readonly ImmutableArray<SubscriberDraft> People = SampleSubscribers.Read();
    private static readonly Library Library = LibraryReader.Read(Repository.Content).Require();

    [Theory]
    [InlineData("maren")]
    [InlineData("tomas")]
    [InlineData("ingrid")]
    [InlineData("kwame")]
    [InlineData("lucia")]
    [InlineData("priya")]
    [InlineData("omar")]
    [InlineData("zofia")]
    [InlineData("dana")]
    [InlineData("aroha")]
    [InlineData("haruka")]
    [InlineData("robert.tables")]
    public void Each_sample_person_with_their_usual_pain(string name) => Matches(name, name, UsualPainOf(name));

    [Fact]
    public void A_flare_of_7_in_the_fourth_week() => Matches("aroha-flare", "aroha", week => week == 4 ? 7 : UsualPainOf("aroha")(week));

    [Fact]
    public void A_flare_that_takes_a_month_to_calm_down() =>
        Matches("tomas-slow-flare", "tomas", week => week switch { 4 => 7, 5 => 6, 6 => 4, 7 => 3, _ => 2 });

    [Fact]
    public void A_runner_of_half_an_hour_with_a_rise_of_two() => Matches("kwame-rise", "kwame", week => week == 5 ? 4 : 1);

    [Fact]
    public void A_builder_with_a_flare_of_7() => Matches("lucia-flare", "lucia", week => week == 6 ? 7 : 1);

    [Fact]
    public void Silence_after_two_answers_and_an_answer_after_the_pause() => Matches("zofia-silent", "zofia", week => week is <= 2 or >= 9 ? 1 : null);

    [Fact]
    public void A_usual_pain_of_4_that_wobbles() => Matches("maren-wobbles", "maren", week => (week % 3) switch { 0 => 5, 1 => 4, _ => 3 });

    private static Func<int, int?> UsualPainOf(string name) => _ => Person(name).Profile.Back.UsualPain;

    private static void Matches(string file, string name, Func<int, int?> answers)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var table = new PreviewTable(text, Library);
        var person = Person(name);
        table.Begin(person);
        foreach (var week in PreviewCourse.Play(new(Policy.Current, Library), person, First, Weeks, answers))
        {
            table.Week(person, week);
        }

        ApprovedText.Matches(text.ToString(), "tests", "RunBackCare.Worker.Tests", "Commands", "TwelveWeeks", $"{file}.txt");
    }

    private static SubscriberDraft Person(string name) =>
        People.Single(person => person.Address!.StartsWith($"{name}@", StringComparison.Ordinal));
}
