using System.Text.Json.Nodes;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Tests.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.History;

/// <summary>Facts that contradict themselves are refused, with the field and the reason.</summary>
public sealed class StoredFactsTests
{
    private static readonly LocalDate Monday = Runner.FirstMonday;

    [Fact]
    public void Facts_of_a_life_are_read_as_they_were_written()
    {
        var facts = Lived();
        var (read, faults) = StoredFacts.Read(PlanJson.Write(facts));
        Assert.Empty(faults);
        Assert.Equal(PlanJson.Write(facts), PlanJson.Write(read));
    }

    [Theory]
    [InlineData("history.reports[0].day", "2026-12-20", "lies in the future: it was written on 2026-12-06")]
    [InlineData("history.reports[0].week", "2026-12-01", "2026-12-01 is no Monday")]
    [InlineData("history.reports[0].answered", "2027-01-06T16:00:00", "2027-01-06 lies in the future")]
    [InlineData("history.logs[0].day", "2026-12-20", "lies in the future")]
    [InlineData("history.logs[0].minutes", -1, "-1 minutes do not fit a day")]
    [InlineData("history.logs[0].minutes", 1441, "1441 minutes do not fit a day")]
    [InlineData("history.logs[0].metres", -5, "-5 metres do not fit a day")]
    [InlineData("history.logs[0].metres", 300_001, "300001 metres do not fit a day")]
    [InlineData("history.logs[1].count", 15, "15 runs do not fit a week")]
    [InlineData("history.logs[1].count", -1, "-1 runs do not fit a week")]
    [InlineData("history.weeks[1].starts", "2026-11-30", "is a second plan for the week of 2026-11-30")]
    [InlineData("history.weeks[1].starts", "2026-11-23", "stands behind the later week of 2026-11-30")]
    [InlineData("history.weeks[0].starts", "2026-12-01", "2026-12-01 is no Monday")]
    [InlineData("history.weeks[0].firstDay", "2026-12-07", "2026-12-07 is not in the week of 2026-11-30")]
    [InlineData("history.weeks[0].rung", 16, "16 is no rung")]
    [InlineData("history.weeks[0].standing", -1, "-1 is no rung")]
    [InlineData("history.weeks[0].runs[0].day", "2026-12-09", "is not in the week of 2026-11-30")]
    [InlineData("history.weeks[0].runs[0].runSeconds", -60, "-60 seconds are no run")]
    [InlineData("history.pauses[0].to", "2026-10-01", "ends (2026-10-01) before it begins (2026-11-02)")]
    [InlineData("history.flags[0].day", "2027-02-01", "2027-02-01 lies in the future")]
    [InlineData("history.hold.ended", "2026-10-01", "ends before it begins")]
    [InlineData("history.joined", "2027-02-01", "2027-02-01 lies in the future")]
    [InlineData("starts", "2026-12-15", "2026-12-15 is no Monday")]
    [InlineData("firstDay", "2026-12-21", "2026-12-21 is not in the week of 2026-12-14")]
    public void A_history_that_contradicts_itself_is_refused(string field, object value, string why)
    {
        var (read, faults) = StoredFacts.Read(With(field, value));
        Assert.Null(read);
        Assert.Contains(faults, f => f.Field == field && f.What.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("history.reports[0].day", "2026-12-06")]
    [InlineData("history.logs[0].minutes", 0)]
    [InlineData("history.logs[0].minutes", 1440)]
    [InlineData("history.logs[0].metres", 0)]
    [InlineData("history.logs[0].metres", 300_000)]
    [InlineData("history.logs[1].count", 0)]
    [InlineData("history.logs[1].count", 14)]
    [InlineData("history.weeks[0].rung", 0)]
    [InlineData("history.weeks[0].rung", 15)]
    [InlineData("history.weeks[0].standing", 0)]
    [InlineData("history.weeks[0].standing", 15)]
    [InlineData("history.weeks[0].runs[0].runSeconds", 0)]
    [InlineData("history.weeks[0].runs[0].runSeconds", 86_400)]
    [InlineData("history.flags[0].day", "2026-12-14")]
    [InlineData("history.joined", "2026-12-14")]
    [InlineData("history.hold.ended", "2026-10-26")]
    public void What_is_just_possible_is_not_refused(string field, object value) => Assert.Empty(StoredFacts.Read(With(field, value)).Faults);

    [Theory]
    [InlineData("history.reports[0].score", 11, "11 is no score: 0 to 10")]
    [InlineData("history.reports[0].day", "2026-13-01", "")]
    [InlineData("history.reports[0].site", "elbow", "")]
    [InlineData("profile.experience", "flies", "")]
    public void What_is_no_value_of_its_field_is_refused(string field, object value, string why)
    {
        var (read, faults) = StoredFacts.Read(With(field, value));
        Assert.Null(read);
        var fault = Assert.Single(faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(why, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_contradicts_itself_is_refused_in_the_same_way()
    {
        var (_, faults) = StoredFacts.Read(With("profile.runsPerWeek", 9));
        Assert.Equal("profile.runs_per_week", Assert.Single(faults).Field);
    }

    [Theory]
    [InlineData("mood")]
    [InlineData("profile.mood")]
    [InlineData("profile.back.mood")]
    [InlineData("history.mood")]
    [InlineData("history.reports[0].mood")]
    [InlineData("history.logs[1].mood")]
    [InlineData("history.weeks[1].runs[0].mood")]
    public void Every_unknown_field_is_named_of_profile_and_history_both(string field)
    {
        var (read, faults) = StoredFacts.Read(With(field, 3));
        Assert.Null(read);
        Assert.Equal(new(field, "is not a field of the facts"), Assert.Single(faults));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public void What_is_no_facts_at_all_is_refused(string json) => Assert.NotEmpty(StoredFacts.Read(json).Faults);

    [Fact]
    public void An_answer_from_a_clock_that_was_ahead_and_a_pause_that_ended_before_its_first_night_are_sound()
    {
        var facts = Lived();
        var tomorrow = facts.Now.Date.PlusDays(1);
        facts = facts with
        {
            History = facts.History with
            {
                Reports = facts.History.Reports.Add(new(Runner.FirstMonday, null, ReportTime.Week, PainSite.Back, new(1), tomorrow.AtMidnight())),
                Pauses = [new(Monday, Monday.PlusDays(-1), PauseCause.Asked)],
            },
        };
        Assert.Empty(StoredFacts.Read(PlanJson.Write(facts)).Faults);
    }

    private static Facts Lived()
    {
        var runner = new Runner(Runner.Usual(1));
        runner.PlanNext();
        runner.Run(IsoDayOfWeek.Tuesday, 1);
        runner.History = runner.History with { Reports = [runner.History.Reports[0] with { Answered = runner.Sunday() }] };
        runner.Log(new SessionLog.OnDay(runner.Day(IsoDayOfWeek.Thursday), LoggedKind.Run, Done: true, Minutes: 20, Metres: 3000) { Week = runner.Week, Answered = runner.Sunday() }).RunsDone(3);
        runner.PlanNext();
        runner.History = runner.History with
        {
            Pauses = [new(Monday.PlusWeeks(-4), Monday.PlusWeeks(-2), PauseCause.Asked)],
            Flags = [new(Monday.PlusWeeks(-5), SafetyLevel.B, "fever")],
            Hold = new(SafetyLevel.B, Monday.PlusWeeks(-5), Monday.PlusWeeks(-3)),
        };
        return runner.Facts();
    }

    private static string With(string field, object value)
    {
        var root = JsonNode.Parse(PlanJson.Write(Lived()))!;
        var node = root;
        var names = field.Split('.');
        foreach (var name in names[..^1])
        {
            node = Step(node, name);
        }

        node[names[^1]] = JsonValue.Create(value);
        return root.ToJsonString();
    }

    private static JsonNode Step(JsonNode node, string name) => name.Split('[', ']') switch
    {
        [var field, var index, ..] => node[field]![int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)]!,
        _ => node[name]!,
    };
}
