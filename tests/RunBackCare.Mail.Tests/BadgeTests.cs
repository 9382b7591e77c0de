using System.Collections.Immutable;
using RunBackCare.Mail.Tests.Content;
using RunBackCare.Mail.Tests.Judges;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests;

/// <summary>The badge and the plan below it tell the same week.</summary>
public sealed class BadgeTests
{
    private const int Weeks = 40;
    private const string Up = "A small step up";
    private const string Level = "Holding your level";

    public static TheoryData<string> People => [.. SampleCourses.Names];

    [Theory]
    [MemberData(nameof(People))]
    public void A_good_week_is_a_step_up_exactly_where_the_plan_goes_up(string name)
    {
        var weeks = SampleCourses.Usual(name, Weeks);

        for (var i = 1; i < weeks.Length; i++)
        {
            if (weeks[i].Decision == Decision.Progress)
            {
                var rises = weeks[i].Standing > weeks[i - 1].Standing || LongestMinutes([weeks[i]]) > LongestMinutes(weeks[..i]);
                Assert.Equal((i, rises ? Up : Level), (i, Badge(weeks[i])));
            }
        }
    }

    [Fact]
    public void Whoever_has_arrived_is_told_of_no_step()
    {
        var badges = SampleCourses.Usual("Kwame", Weeks).Select(Badge).ToList();

        Assert.Contains(Level, badges);
        Assert.DoesNotContain(Up, badges);
    }

    private static int LongestMinutes(ImmutableArray<PlannedWeek> weeks) =>
        weeks.SelectMany(w => w.Days).SelectMany(d => d.Sessions).OfType<Session.Run>().Select(r => r.RunTotalSeconds / 60).DefaultIfEmpty().Max();

    private static string Badge(PlannedWeek week) => WeekView.Of(week, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links).Badge;
}
