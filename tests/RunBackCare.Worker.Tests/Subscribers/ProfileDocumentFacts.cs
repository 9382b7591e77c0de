using NodaTime;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class ProfileDocumentFacts
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    private const string Ann = """
        email: ann@example.org
        name: Ann
        time_zone: Europe/Berlin
        send: { day: sunday, at: "17:00" }
        units: km
        experience: run_walks
        longest_run_minutes: 3
        current_runs_per_week: 2
        runs_per_week: 3
        goal: build
        target_longest_run_minutes: 60
        days: { mon: 45, tue: 45, thursday: 45, sat: 60 }
        longest_run_day: sat
        surfaces: [grass, trail, track, treadmill, road]
        usual_surface: road
        kit: [mat, band, roller]
        back: { usual_pain: 2, now: 2, since: 2025-03-01, worse: neither, assessed: true }
        shoes: { since: 2026-01-10, km: 320 }
        screening: [{ name: pregnant, cleared: 2026-10-01 }, under_18]
        consent: { version: 1, at: 2026-11-20T09:00:00Z }
        run_minutes_now: 12
        birth_year: 1980
        bmi_over_30: false
        pace: "7:30"
        sleep: 3
        country: DE
        language: en-GB
        blackout: [{ from: 2026-12-24, to: 2026-12-27 }]
        """;

    [Fact]
    public void Every_field_of_the_format_is_read()
    {
        var ann = Good("ann.yaml", Ann);

        Assert.Equal("ann@example.org", ann.Address);
        Assert.Equal("Europe/Berlin", ann.Zone.Id);
        Assert.Equal((IsoDayOfWeek.Sunday, new LocalTime(17, 0)), (ann.SendDay, ann.SendAt));
        Assert.Equal(new(1, Instant.FromUtc(2026, 11, 20, 9, 0)), ann.Consent);
        Assert.Equal([45, 45, 0, 45, 0, 60, 0], ann.Profile.Days.Minutes);
        Assert.Equal(IsoDayOfWeek.Saturday, ann.Profile.LongestRunDay);
        Assert.Equal(Kit.Mat | Kit.Band | Kit.Roller, ann.Profile.Kit);
        Assert.Equal(new BackHistory(2, 2, new LocalDate(2025, 3, 1), Direction.Neither, true), ann.Profile.Back);
        Assert.Equal(new Shoes(new(2026, 1, 10), 320), ann.Profile.Shoes);
        Assert.Equal([new(Screening.Pregnant, new LocalDate(2026, 10, 1)), new(Screening.Under18, null)], ann.Profile.Screening);
        Assert.Equal([Surface.Grass, Surface.Trail, Surface.Track, Surface.Treadmill, Surface.Road], ann.Profile.Surfaces);
        Assert.Equal(450, ann.Profile.PaceSecondsPerKm);
        Assert.Equal([new(new(2026, 12, 24), new(2026, 12, 27))], ann.Profile.Blackout);
    }

    [Fact]
    public void Json_says_the_same_as_yaml()
    {
        var json = """
            [{ "email": "ann@example.org", "name": "Ann \ud83d\ude00", "time_zone": "Europe/Berlin", "experience": "walks",
               "days": { "tue": 45, "sat": 60 }, "surfaces": ["road"], "back": { "usual_pain": 2, "assessed": true } }]
            """;

        var ann = Good("ann.json", json);

        Assert.Equal("Ann 😀", ann.Name);
        Assert.Equal([0, 45, 0, 0, 0, 60, 0], ann.Profile.Days.Minutes);
        Assert.Equal(2, ann.Profile.Back.Now);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    public void A_csv_row_says_the_same_in_dotted_columns(string comma)
    {
        var csv = """"
            email,name,time_zone,send.day,send.at,experience,days.tue,days.sat,surfaces,kit,back.usual_pain,back.worse,screening,blackout
            ann@example.org,"Ann, ""the runner""",Asia/Tokyo,mon,06:30,walks,45,60,grass|road,band|roller,2,bending,pregnant@2026-10-01,2026-12-24/2026-12-27
            """";

        var ann = Good("people.csv", comma == "," ? csv : csv.Replace("Ann, ", "Ann; ", StringComparison.Ordinal).Replace(",", comma, StringComparison.Ordinal));

        Assert.StartsWith("Ann", ann.Name, StringComparison.Ordinal);
        Assert.Equal((IsoDayOfWeek.Monday, new LocalTime(6, 30)), (ann.SendDay, ann.SendAt));
        Assert.Equal([Surface.Grass, Surface.Road], ann.Profile.Surfaces);
        Assert.Equal(Kit.Band | Kit.Roller, ann.Profile.Kit);
        Assert.Equal([new(Screening.Pregnant, new LocalDate(2026, 10, 1))], ann.Profile.Screening);
        Assert.Equal([new(new(2026, 12, 24), new(2026, 12, 27))], ann.Profile.Blackout);
    }

    [Theory]
    [InlineData("experience: runs_a_lot", "experience", "none, walks, run_walks, runs")]
    [InlineData("days: { tue: 45, someday: 30 }", "days.someday", "is not a weekday")]
    [InlineData("days: { tue: 10 }", "days.tue", "must be 20 to 600 minutes")]
    [InlineData("days: {}", "days", "no possible run day")]
    [InlineData("surfaces: []", "surfaces", "no surface to run on")]
    [InlineData("surfaces: [lawn]", "surfaces", "\"lawn\" is not one of grass")]
    [InlineData("usual_surface: grass", "usual_surface", "is not among surfaces")]
    [InlineData("back: { usual_pain: 12, now: 3 }", "back.usual_pain", "must be 0 to 10")]
    [InlineData("back: { usual_pain: 2, usual_pian: 2 }", "back.usual_pian", "did you mean usual_pain?")]
    [InlineData("time_zone: Europe/Nowhere", "time_zone", "is not a known time zone")]
    [InlineData("email: ann", "email", "an address such as ann@example.org")]
    [InlineData("email: \"ann@example.org\\r\\nBcc: all@example.org\"", "email", "an address such as")]
    [InlineData("runs_per_week: 5", "runs_per_week", "must be 2 to 4")]
    [InlineData("goal: build", "target_longest_run_minutes", "is needed with goal: build")]
    [InlineData("pace: fast", "pace", "\"7:30\"")]
    [InlineData("consent: { version: 1 }", "consent", "needs both")]
    [InlineData("consent: { version: 1, at: 2027-01-01T00:00:00Z }", "consent.at", "lies in the future")]
    [InlineData("longest_run_day: sun", "longest_run_day", "is not one of the possible days")]
    [InlineData("send: { day: sunday, at: noon }", "send.at", "a time of day such as 17:00")]
    [InlineData("favourite_colour: blue", "favourite_colour", "is not a field")]
    [InlineData("screening: [{ name: tired }]", "screening.name", "pregnant")]
    public void A_wrong_field_is_named_with_its_line_and_what_to_put_there(string line, string field, string advice)
    {
        string[] good =
        [
            "email: ann@example.org",
            "time_zone: Europe/Berlin",
            "experience: walks",
            "days: { tue: 45 }",
            "surfaces: [road]",
            "back: { usual_pain: 2 }",
        ];
        var name = line.Split(':')[0];
        var document = string.Join('\n', good.Where(g => !g.StartsWith(name + ":", StringComparison.Ordinal)).Append(line));

        var (_, faults) = Read("ann.yaml", document);

        var fault = Assert.Single(faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(advice, fault.What, StringComparison.Ordinal);
        Assert.InRange(fault.Line, 1, 7);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var (draft, faults) = Read("ann.yaml", "email: nobody\nexperience: flies\nsurfaces: 3\n");

        Assert.Null(draft);
        Assert.Equal(["back", "days", "email", "experience", "surfaces", "time_zone"], faults.Select(f => f.Field).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a.yaml", "email: [unclosed")]
    [InlineData("a.json", "{ \"email\": }")]
    [InlineData("a.csv", "email,name\n\"unclosed")]
    [InlineData("a.yaml", "&a [*a]")]
    public void Text_that_is_not_of_its_form_is_one_fault_with_its_line(string file, string text)
    {
        var (people, fault) = DocumentReader.Read(file, text);

        Assert.Empty(people);
        Assert.NotNull(fault);
        Assert.True(fault.Line >= 1);
    }

    [Fact]
    public void A_name_with_line_breaks_becomes_one_line()
    {
        var ann = Good("a.yaml", "name: \"Ann\\r\\nBcc: x\\u0007\"\nemail: a@example.org\ntime_zone: UTC\nexperience: walks\ndays: { tue: 45 }\nsurfaces: [road]\nback: { usual_pain: 2 }");

        Assert.Equal("Ann Bcc: x", ann.Name);
    }

    [Fact]
    public void Miles_are_stored_as_kilometres()
    {
        var ann = Good("a.yaml", "units: mi\npace: \"12:04\"\nemail: a@example.org\ntime_zone: UTC\nexperience: walks\ndays: { tue: 45 }\nsurfaces: [road]\nback: { usual_pain: 2 }");

        Assert.Equal(450, ann.Profile.PaceSecondsPerKm);
    }

    private static SubscriberDraft Good(string file, string text)
    {
        var (draft, faults) = Read(file, text);
        Assert.Empty(faults);
        return draft!;
    }

    private static (SubscriberDraft? Draft, IReadOnlyList<DocumentFault> Faults) Read(string file, string text)
    {
        var (people, fault) = DocumentReader.Read(file, text);
        Assert.Null(fault);
        var (draft, faults) = ProfileDocument.Read(Assert.Single(people), DocumentUse.Import, Now);
        return (draft, faults);
    }
}
