using RunBackCare.Mail.Content;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>A library that would leave somebody's session empty is not let through.</summary>
public sealed class CompletenessTests : IDisposable
{
    private readonly EditedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("exercises.yaml", "C01")]
    [InlineData("warmups.yaml", "W01")]
    [InlineData("swaps.yaml", "X01")]
    public void Items_that_every_plan_rests_on_must_be_there(string file, string id)
    {
        _content.Remove(file, id);

        Assert.Equal([new(file, 1, $"{id} is missing; plans rest on it, put it back")], _content.Read().Faults);
    }

    [Fact]
    public void Items_that_plans_can_do_without_may_be_taken_out()
    {
        _content.Remove("exercises.yaml", "C20");
        _content.Remove("stretches.yaml", "T13");
        _content.Remove("lessons.yaml", "E12");

        Assert.True(_content.Read().IsSound);
    }

    [Fact]
    public void Each_role_needs_an_exercise_for_an_irritated_back()
    {
        _content.Change("exercises.yaml", "C07", "acute_up_to: 3", "acute_up_to: 0");

        Assert.Equal(
            [new("exercises.yaml", 1, "no exercise of role 'side' suits an irritated back without kit; give one acute_up_to: 1")],
            _content.Read().Faults);
    }

    [Fact]
    public void An_exercise_that_needs_kit_does_not_count()
    {
        _content.Change("exercises.yaml", "C07", "dose: 4 × 5 s each side", "dose: 4 × 5 s each side\n      needs: [band]");
        _content.Change("exercises.yaml", "C07", "acute_up_to: 3", "acute_up_to: 1");

        Assert.Contains("role 'side'", Assert.Single(_content.Read().Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_area_needs_a_stretch_for_an_irritated_back_in_each_direction()
    {
        _content.Change("stretches.yaml", "T02", "acute: true", "acute: false");
        _content.Change("stretches.yaml", "T05", "acute: true", "acute: false");

        Assert.Equal(
            [new("stretches.yaml", 1, "no stretch of area 'hip' is left for an irritated back that is worse arching without kit; give one acute: true")],
            _content.Read().Faults);
    }

    [Fact]
    public void Each_direction_needs_four_exercises_for_an_irritated_back()
    {
        foreach (var id in (string[])["C02", "C03", "C04", "C05", "C10", "C16"])
        {
            _content.Tag("exercises.yaml", id, "ext");
        }

        Assert.Contains(_content.Read().Faults, f => f.Message == "3 exercises are left for an irritated back that is worse arching without kit; 4 are needed");
    }

    [Fact]
    public void A_warm_up_needs_more_than_the_walk()
    {
        foreach (var id in (string[])["W02", "W03", "W09"])
        {
            _content.Change("warmups.yaml", id, "acute: true", "acute: false");
        }

        Assert.Equal("no drill beside W01 suits an irritated back; give one acute: true", Assert.Single(_content.Read().Faults).Message);
    }

    [Fact]
    public void A_roll_session_needs_an_easy_roll()
    {
        foreach (var id in (string[])["F01", "F02", "F04"])
        {
            _content.Change("rolls.yaml", id, "acute: true", "acute: false");
        }

        Assert.Equal("no roll of level 1 suits an irritated back; give one acute: true", Assert.Single(_content.Read().Faults).Message);
    }

    [Theory]
    [InlineData("E13", "no lesson has need: shoes; the week that needs it would have nothing to say")]
    [InlineData("E14", "no lesson has need: sleep; the week that needs it would have nothing to say")]
    [InlineData("E15", "no lesson has need: flare; the week that needs it would have nothing to say")]
    [InlineData("E16", "no lesson has need: see_someone; the week that needs it would have nothing to say")]
    public void Each_need_has_a_lesson(string id, string message)
    {
        _content.Remove("lessons.yaml", id);

        Assert.Equal([new("lessons.yaml", 1, message)], _content.Read().Faults);
    }

    [Fact]
    public void Each_kind_has_one_note()
    {
        _content.Change("notes.yaml", "N04", "kind: roll", "kind: swap");

        Assert.Equal(
            ["has 0 notes of kind: roll; there must be one", "has 2 notes of kind: swap; there must be one"],
            _content.Read().Faults.Select(f => f.Message));
    }
}
