using System.Text;
using RunBackCare.Mail.Content;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>Whatever an editor may get wrong is told with its file, its line and what to put there.</summary>
public sealed class ContentFaultTests : IDisposable
{
    private readonly EditedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]

    // Missing, misspelt and misplaced fields.
    [InlineData("exercises.yaml", "C05", "role: back_hip", "rolle: back_hip", "C05: field 'rolle' is not known here; the fields are id, name, how_to, caution, sources, role, tags, acute_up_to, levels")]
    [InlineData("exercises.yaml", "C05", "name: Bird dog", "name:", "C05: name must be text; write it after the colon, or leave the field out")]
    [InlineData("exercises.yaml", "C05", "name: Bird dog", "name: [Bird, dog]", "C05: name must be text; write it after the colon, or leave the field out")]
    [InlineData("exercises.yaml", "C05", "level: 2\n      dose", "level: 2\n      does", "C05: field 'does' is not known here; the fields are level, dose, needs, how_to", 1)]
    [InlineData("lessons.yaml", "E01", "text: >-", "how_to: >-", "E01: field 'how_to' is not known here")]

    // Words of closed lists.
    [InlineData("exercises.yaml", "C05", "role: back_hip", "role: backhip", "C05: role has 'backhip'; the words are opening, front, side, back_hip, legs, extra")]
    [InlineData("exercises.yaml", "C05", "tags: [floor, bal]", "tags: [floor, bend]", "C05: tags has 'bend'; the words are flex, ext, rot, imp, floor, bal")]
    [InlineData("exercises.yaml", "C05", "tags: [floor, bal]", "tags: floor", "C05: tags must be a list in square brackets, such as [one, two]")]
    [InlineData("exercises.yaml", "C12", "needs: [band]", "needs: [rubber]", "C12: needs has 'rubber'; the words are mat, band, roller, step, ball, weight, poles")]
    [InlineData("exercises.yaml", "C12", "needs: [band]", "needs: [mat]", "C12: needs has 'mat'; every home has a floor or a rug, so leave it out")]
    [InlineData("stretches.yaml", "T02", "area: hip", "area: hips", "T02: area has 'hips'; the words are hip, glute, hamstring, calf, back")]
    [InlineData("stretches.yaml", "T02", "acute: true", "acute: yes", "T02: acute is 'yes'; it must be true or false")]
    [InlineData("cues.yaml", "Q03", "certainty: convention", "certainty: sure", "Q03: certainty has 'sure'; the words are trial, review, cohort, lab, guideline, convention, design")]
    [InlineData("lessons.yaml", "E13", "need: shoes", "need: boots", "E13: need has 'boots'; the words are flare, see_someone, shoes, sleep")]

    // Numbers.
    [InlineData("exercises.yaml", "C05", "acute_up_to: 3", "acute_up_to: 4", "C05: acute_up_to is '4'; it must be a whole number from 0 to 3")]
    [InlineData("exercises.yaml", "C05", "level: 2", "level: two", "C05: level is 'two'; it must be a whole number from 1 to 3")]
    [InlineData("exercises.yaml", "C05", "level: 3", "level: 2", "C05: level 2 comes after level 2; write each level once, rising from 1 to 3")]
    [InlineData("exercises.yaml", "C05", "level: 2", "level: 0", "C05: level is '0'; it must be a whole number from 1 to 3")]
    [InlineData("warmups.yaml", "W04", "seconds: 45", "seconds: 45 s", "W04: seconds is '45 s'; it must be a whole number from 10 to 600")]
    [InlineData("warmups.yaml", "W12", "from_rung: 10", "from_rung: 16", "W12: from_rung is '16'; it must be a whole number from 0 to 15")]
    [InlineData("rolls.yaml", "F03", "level: 2", "level: 3", "F03: level is '3'; it must be a whole number from 1 to 2")]
    [InlineData("swaps.yaml", "X03", "most_minutes: 40", "most_minutes: 10", "X03: most_minutes is 10; it must not be under least_minutes, 20")]

    // Sources.
    [InlineData("cues.yaml", "Q04", "sources: [S04]", "sources: [S20]", "Q04: sources has 'S20', which evidence.yaml does not hold; add it there or name one that it holds")]
    [InlineData("cues.yaml", "Q04", "sources: [S04]", "sources: [s04]", "Q04: sources has 's04', which evidence.yaml does not hold")]
    [InlineData("cues.yaml", "Q04", "sources: [S04]", "sources: [S04, S04]", "Q04: sources has 'S04' twice; once is enough")]

    [InlineData("evidence.yaml", "S04", "certainty: lab", "certainty: sure", "S04: certainty has 'sure'; the words are trial, review, cohort, lab, guideline, convention, design")]
    [InlineData("evidence.yaml", "S04", "finding: In", "found: In", "S04: field 'found' is not known here; the fields are id, certainty, finding, source")]
    [InlineData("evidence.yaml", "S04", "S04", "Z04", "id 'Z04' must be R or S or P and two digits here, such as R01")]

    // IDs.
    [InlineData("exercises.yaml", "C05", "C05", "T05", "id 'T05' must be C and two digits here, such as C01")]
    [InlineData("exercises.yaml", "C05", "C05", "C5", "id 'C5' must be C and two digits here, such as C01")]
    [InlineData("exercises.yaml", "C05", "C05", "C04", "id 'C04' is already used in exercises.yaml:")]

    // Texts.
    [InlineData("warmups.yaml", "W03", "name: Ankle rocks", "name: Ankle rocks with a name that goes on and on for longer than anyone would read it", "W03: name has 80 characters; shorten it to 60 at most")]
    [InlineData("warmups.yaml", "W04", "name: Leg swings", "name: <b>Leg swings</b>", "W04: name has '<'; mails print the text as it stands, so write it in words")]
    [InlineData("warmups.yaml", "W04", "caution: Start with", "caution: Hello {{ name }}, start with", "W04: caution has '{{'; mails print the text as it stands, so write it in words")]
    [InlineData("warmups.yaml", "W04", "caution: Start with small swings.", "caution: |-\n    Start with\n    small swings.", "W04: caution must be one line; begin it with >- to write it over several")]
    [InlineData("swaps.yaml", "X07", "how_to: >-", "how_to: Stand tall and glide along.\n  caution: >-", "X07: how_to has 1 sentence; it must have two to four")]
    [InlineData("swaps.yaml", "X07", "how_to: >-", "how_to: One. Two! Three? Four. Five.\n  caution: >-", "X07: how_to has 5 sentences; it must have two to four")]
    [InlineData("swaps.yaml", "X07", "how_to: >-", "how_to: Stand tall. Glide along. Then\n  caution: >-", "X07: how_to must end with a full stop")]
    public void A_slip_is_named_with_its_line(string file, string id, string from, string to, string message, int below = 0)
    {
        var line = _content.Change(file, id, from, to) + below;

        var fault = Assert.Single(_content.Read().Faults, f => f.Message.Contains(message, StringComparison.Ordinal));

        Assert.Equal((file, line), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("exercises.yaml", "C09", "  role: back_hip\n", "role is missing; add role: one of opening, front, side, back_hip, legs, extra")]
    [InlineData("exercises.yaml", "C18", "  name: Split squat\n", "name is missing; add name: what people call it, such as Side plank")]
    [InlineData("warmups.yaml", "W05", "  dose: 10 each side\n", "dose is missing; add dose: how much, such as 2 × 8 each side")]
    [InlineData("warmups.yaml", "W05", "  seconds: 45\n", "seconds is missing; add seconds: a whole number from 10 to 600")]
    [InlineData("stretches.yaml", "T11", "  muscle: Upper calf\n", "muscle is missing; add muscle: the part of the body, such as Back of the thigh")]
    [InlineData("lessons.yaml", "E16", "  certainty: guideline\n", "certainty is missing; add certainty: one of trial, review, cohort, lab, guideline, convention, design")]
    public void A_missing_field_is_named_where_its_item_begins(string file, string id, string lines, string message)
    {
        _content.Change(file, id, lines, "");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal(new ContentFault(file, _content.LineOf(file, id), $"{id}: {message}"), fault);
    }

    [Fact]
    public void A_missing_id_is_named_where_its_item_begins()
    {
        var line = _content.Change("cues.yaml", "Q02", "- id: Q02\n  name: Loose shoulders", "- name: Loose shoulders");

        Assert.Equal([new("cues.yaml", line, "id is missing; add id: a letter and two digits, such as C01")], _content.Read().Faults);
    }

    [Fact]
    public void A_missing_text_is_named()
    {
        _content.Change("rolls.yaml", "F08", "how_to: >-", "how: >-");

        Assert.Contains(_content.Read().Faults, f => f.Message == "F08: how_to is missing; add how_to: >- and two to four short sentences on the next lines");
    }

    [Fact]
    public void An_exercise_without_levels_is_named()
    {
        _content.Change("exercises.yaml", "C20", "  levels:\n    - { level: 3, dose: 3 × 5 each way, needs: [ball] }\n", "");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal("C20: levels is missing; add a list such as - { level: 1, dose: 2 × 10 }", fault.Message);
    }

    [Fact]
    public void Levels_that_are_no_list_are_named()
    {
        var line = _content.Change("exercises.yaml", "C20", "levels:\n    - { level: 3, dose: 3 × 5 each way, needs: [ball] }\n", "levels: 3\n");

        Assert.Equal([new("exercises.yaml", line, "C20: levels must be a list such as - { level: 1, dose: 2 × 10 }")], _content.Read().Faults);
    }

    [Fact]
    public void A_long_text_is_told_to_be_shortened()
    {
        _content.Change("swaps.yaml", "X05", "Walk through water", new string('x', 600));

        Assert.Contains(_content.Read().Faults, f => f.Message.StartsWith("X05: how_to has 7", StringComparison.Ordinal) && f.Message.EndsWith("shorten it to 600 at most", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_caution_is_told_to_be_shortened()
    {
        _content.Change("swaps.yaml", "X10", "Only when", new string('x', 200));

        Assert.Contains(_content.Read().Faults, f => f.Message.StartsWith("X10: caution has 2", StringComparison.Ordinal) && f.Message.EndsWith("shorten it to 200 at most", StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_of_all_files_come_at_once_by_file_and_line()
    {
        var stretch = _content.Change("stretches.yaml", "T09", "area: hamstring", "area: leg");
        var later = _content.Change("exercises.yaml", "C15", "role: legs", "role: leg");
        var earlier = _content.Change("exercises.yaml", "C02", "tags: [floor]", "tags: [flor]");

        var faults = _content.Read().Faults;

        Assert.Equal([("exercises.yaml", earlier), ("exercises.yaml", later), ("stretches.yaml", stretch)], faults.Select(f => (f.File, f.Line)));
    }

    [Fact]
    public void An_id_of_another_file_is_refused()
    {
        _content.Change("swaps.yaml", "X10", "X10", "C01");

        Assert.Equal("id 'C01' must be X and two digits here, such as X01", Assert.Single(_content.Read().Faults).Message);
    }

    [Fact]
    public void Broken_yaml_is_named_with_its_line()
    {
        var line = _content.Change("swaps.yaml", "X03", "name: Cycle", "name: \"Cycle");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal("swaps.yaml", fault.File);
        Assert.InRange(fault.Line, line, int.MaxValue);
        Assert.StartsWith("is not valid YAML: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_written_twice_is_named_with_its_line()
    {
        var line = _content.Change("swaps.yaml", "X03", "name: Cycle", "name: Cycle\n  name: Bike");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal(("swaps.yaml", line + 1), (fault.File, fault.Line));
        Assert.Contains("Duplicate key name", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("items: []\n", "must hold one list, each item beginning with - id:")]
    [InlineData("# nothing here yet\n", "must hold one list, each item beginning with - id:")]
    [InlineData("", "is empty; it must hold one list, each item beginning with - id:")]
    [InlineData("- Q01\n", "must be an item, such as - id: C01")]
    public void A_file_that_is_no_list_of_items_is_named(string text, string message)
    {
        _content.Write("cues.yaml", text);

        Assert.Equal([new("cues.yaml", 1, message)], _content.Read().Faults);
    }

    [Fact]
    public void Anchors_and_aliases_are_refused()
    {
        var line = _content.Change("cues.yaml", "Q02", "name: Loose shoulders", "name: &loose Loose shoulders");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal(("cues.yaml", line), (fault.File, fault.Line));
        Assert.Contains("anchors (&) and aliases (*) are not used here", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        _content.Write("cues.yaml", new string('[', 200_000));

        Assert.Contains("is nested too deeply", Assert.Single(_content.Read().Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(_content.PathOf("rolls.yaml"));

        Assert.Equal([new("rolls.yaml", 0, "is missing; put it back, every content file is needed")], _content.Read().Faults);
    }

    [Fact]
    public void Evidence_that_cannot_be_read_is_told_once_and_not_again_for_every_source()
    {
        _content.Write("evidence.yaml", "");

        Assert.Equal([new("evidence.yaml", 1, "is empty; it must hold one list, each item beginning with - id:")], _content.Read().Faults);
    }

    [Fact]
    public void Evidence_that_is_still_relied_on_cannot_be_taken_out()
    {
        _content.Remove("evidence.yaml", "R16");

        Assert.Equal(["lessons.yaml", "swaps.yaml"], _content.Read().Faults.Select(f => f.File));
    }

    [Fact]
    public void A_misspelt_file_is_named()
    {
        _content.Write("stretchs.yml", "- id: T17\n");

        var fault = Assert.Single(_content.Read().Faults);

        Assert.Equal("stretchs.yml", fault.File);
        Assert.StartsWith("is not a content file; the names are exercises.yaml, warmups.yaml,", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_directory_is_named()
    {
        var fault = Assert.Single(LibraryReader.Read(_content.PathOf("nowhere")).Faults);

        Assert.EndsWith("nowhere", fault.File, StringComparison.Ordinal);
        Assert.StartsWith("is not a directory", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_utf_8_is_named()
    {
        File.WriteAllBytes(_content.PathOf("cues.yaml"), Encoding.Latin1.GetBytes("- id: Q01\n  name: Läufer\n"));

        Assert.Equal([new("cues.yaml", 0, "is not UTF-8 text; save it as UTF-8")], _content.Read().Faults);
    }

    [Fact]
    public void Faults_read_as_file_line_and_message()
    {
        Assert.Equal("cues.yaml:3: name is missing", new ContentFault("cues.yaml", 3, "name is missing").ToString());
    }

    [Fact]
    public void Callers_that_need_a_library_hear_every_fault()
    {
        _content.Change("stretches.yaml", "T09", "area: hamstring", "area: leg");
        _content.Change("exercises.yaml", "C15", "role: legs", "role: leg");

        var refusal = Assert.Throws<InvalidOperationException>(() => _content.Read().Require());

        Assert.Contains("T09", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("C15", refusal.Message, StringComparison.Ordinal);
    }
}
