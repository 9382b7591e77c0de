using System.Text.Json;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

public sealed class WeekFacts
{
    [Fact]
    public void Three_runs_take_the_shape_to_expect() =>
        Assert.Equal("TF R S R - LF S", Given.Shape(Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 60) }, Given.FirstWeek)));

    [Fact]
    public void Walking_takes_the_shape_to_expect() =>
        Assert.Equal("W S W TF W S -", Given.Shape(Given.Week(Given.Ann, Given.WalkOnly)));

    [Fact]
    public void A_week_is_written_as_the_interface_says()
    {
        var week = Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 60) }, Given.FirstWeek with { CapSeconds = 750 });
        using var json = JsonDocument.Parse(PlanJson.Write(week));
        var root = json.RootElement;
        Assert.Equal("2026-11-30", root.GetProperty("starts").GetString());
        Assert.Equal("Hold", root.GetProperty("decision").GetString());
        Assert.Equal(5, root.GetProperty("rule").GetInt32());
        Assert.Equal("12.5", root.GetProperty("capRunMinutes").GetRawText());
        Assert.Equal(7, root.GetProperty("days").GetArrayLength());
        Assert.Equal("""{"kind":"rest","minutes":0}""", root.GetProperty("days")[4].GetProperty("sessions")[0].GetRawText());

        var run = root.GetProperty("days")[1].GetProperty("sessions")[0];
        Assert.Equal(
            ["after", "before", "hills", "kind", "longest", "minutes", "reps", "runMinutes", "runSeconds", "surface", "walkSeconds"],
            run.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("10", run.GetProperty("runMinutes").GetRawText());
        Assert.Equal("road", run.GetProperty("surface").GetString());

        var strength = root.GetProperty("days")[2].GetProperty("sessions")[0];
        Assert.Equal("strength", strength.GetProperty("kind").GetString());
        Assert.Equal(["dose", "id", "level"], strength.GetProperty("items")[0].EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_week_read_back_from_its_json_writes_the_same_json()
    {
        var written = PlanJson.Write(Given.Week(Given.Ann, Given.FirstWeek));
        Assert.Equal(written, PlanJson.Write(PlanJson.Read<PlannedWeek>(written)));
    }
}
