using System.Text.Json;
using Npgsql;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests.Commands;

/// <summary>The program as someone at a terminal meets it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-commands-");

    private static string Samples => Repository.File("deploy", "samples", "subscribers.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_sample_person_gets_a_first_week_as_json()
    {
        var (exit, output) = await RunAsync("preview", Samples, "--json", "--from", "2026-11-30");

        Assert.Equal(0, exit);
        var weeks = output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(12, weeks.Count);
        Assert.All(weeks, week =>
        {
            Assert.Equal("2026-11-30", week.GetProperty("starts").GetString());
            Assert.Equal("2026.1", week.GetProperty("policy").GetString());
            Assert.Equal(7, week.GetProperty("days").GetArrayLength());
            Assert.True(week.GetProperty("reasons").GetArrayLength() > 0);
        });
    }

    [Fact]
    public async Task The_same_preview_twice_is_the_same_byte_for_byte() => Assert.Equal(
        await RunAsync("preview", Samples, "--json", "--from", "2026-11-30", "--weeks", "8"),
        await RunAsync("preview", Samples, "--json", "--from", "2026-11-30", "--weeks", "8"));

    [Fact]
    public async Task A_course_of_written_answers_is_played_to_the_week_after_the_last()
    {
        var profile = Write("someone.yaml", "experience: walks\ndays: { tue: 60, thu: 60, sat: 60 }\nsurfaces: [road]\nback: { usual_pain: 1 }\n");
        var replies = Write("replies.txt", "2026-12-06T20:00 2, all done\n2026-12-13T20:00 7\n");

        var (exit, output) = await RunAsync("preview", profile, "--replies", replies, "--json", "--from", "2026-11-30");

        Assert.Equal(0, exit);
        Assert.Equal(["Hold 1", "Progress 2", "WalkOnly 0"], output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .Select(week => $"{week.GetProperty("decision").GetString()} {week.GetProperty("rung").GetInt32()}"));
    }

    [Fact]
    public async Task A_person_without_address_zone_or_consent_can_be_previewed()
    {
        var profile = Write("someone.json", """{ "experience": "walks", "days": { "tue": 45, "sat": 60 }, "surfaces": ["road"], "back": { "usual_pain": 2 } }""");

        var (exit, output) = await RunAsync("preview", profile, "--from", "2026-11-30");

        Assert.Equal(0, exit);
        Assert.Contains("Week from Monday 30 November 2026", output, StringComparison.Ordinal);
        Assert.Contains("10 × 0:15 run / 1:45 walk", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Previewed_mails_lie_in_the_folder_as_html_text_message_and_pictures()
    {
        var profile = Write("someone.json", """{ "experience": "walks", "days": { "tue": 45, "sat": 60 }, "surfaces": ["road"], "back": { "usual_pain": 2 } }""");
        var folder = Path.Combine(_folder.FullName, "mails");

        var (exit, output) = await RunAsync("preview", profile, "--from", "2026-11-30", "--weeks", "2", "--html", folder);

        Assert.True(exit == 0, output);
        var pictures = Programs.Find("chromium") is null ? 0 : 4;
        Assert.Equal([2, 2, 2, pictures], new[] { "*.html", "*.txt", "*.eml", "*.png" }.Select(kind => Directory.GetFiles(folder, kind).Length));
    }

    [Fact]
    public async Task An_unknown_field_is_bad_arguments_and_named_with_its_path()
    {
        var profile = Write("someone.yaml", "experience: walks\ndays: { tue: 45 }\nsurfaces: [road]\nback: { usual_pain: 2, mood: fine }\n");

        var (exit, output) = await RunAsync("preview", profile, "--json");

        Assert.Equal(2, exit);
        Assert.Contains("line 4: back.mood: is not a field", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("preview")]
    [InlineData("preview", "a.yaml", "--weeks", "none")]
    [InlineData("preview", "a.yaml", "--from", "2026-12-01")]
    [InlineData("run-due", "--at", "yesterday")]
    public async Task Bad_arguments_end_with_2_and_one_line(params string[] arguments)
    {
        var (exit, output) = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Single(output.Split('\n'));
    }

    [Fact]
    public async Task A_missing_file_ends_with_1_and_its_name()
    {
        var (exit, output) = await RunAsync("preview", "/nowhere/ann.yaml");

        Assert.Equal((1, "There is no file /nowhere/ann.yaml."), (exit, output));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_one_line()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__RunBackCare"] = $"Host=127.0.0.1;Port={Ports.Free()};Username=x;Database=x" };

        var (exit, output) = await RunAsync(environment, "migrate");

        Assert.Equal((1, "The database does not answer: start it, or correct ConnectionStrings__RunBackCare."), (exit, output));
    }

    [Fact]
    public async Task A_bad_import_names_every_fault_and_stores_nothing()
    {
        TestPostgres.SkipUnlessInstalled();
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        var settings = WorkerSettings.For(database).With("RunBackCare__Pickup__Folder", _folder.FullName);
        var file = Write("people.yaml", """
            - { email: ann@example.org, time_zone: Europe/Berlin, experience: walks, days: { tue: 45 }, surfaces: [road], back: { usual_pain: 2 } }
            - { email: bob, time_zone: Europe/Berlin, experience: walks, days: {}, surfaces: [road], back: { usual_pain: 2 } }
            - { email: cat@example.org, time_zone: Mars/Base, experience: walks, days: { tue: 45 }, surfaces: [], back: { usual_pain: 2 } }
            """);

        var (exit, output) = await WorkerProcess.RunAsync(settings, "import", file);

        Assert.Equal(1, exit);
        Assert.Contains("line 2: email:", output, StringComparison.Ordinal);
        Assert.Contains("line 2: days: no possible run day", output, StringComparison.Ordinal);
        Assert.Contains("line 3: time_zone:", output, StringComparison.Ordinal);
        Assert.Contains("line 3: surfaces: no surface", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was stored", output, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync(database));
    }

    [Fact]
    public async Task A_persons_data_is_printed_and_deleted_on_command()
    {
        TestPostgres.SkipUnlessInstalled();
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        var settings = WorkerSettings.For(database).With("RunBackCare__Pickup__Folder", _folder.FullName);
        await WorkerProcess.RunAsync(settings, "import", Write("people.yaml", """
            - { email: Ann@example.org, time_zone: Europe/Berlin, experience: walks, days: { tue: 45 }, surfaces: [road], back: { usual_pain: 2 }, consent: { version: 1, at: 2026-01-10T08:00:00Z } }
            """));

        var (exported, json) = await WorkerProcess.RunAsync(settings, "export", "ann@example.org");
        Assert.Equal(0, exported);
        Assert.Equal("Ann@example.org", JsonDocument.Parse(json).RootElement.GetProperty("subscribers")[0].GetProperty("address").GetString());

        Assert.Equal(0, (await WorkerProcess.RunAsync(settings, "erase", "ann@example.org")).ExitCode);
        var (gone, said) = await WorkerProcess.RunAsync(settings, "export", "ann@example.org");
        Assert.Equal(1, gone);
        Assert.Contains("Nobody has this address", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_template_is_named_with_file_and_line()
    {
        var copy = Path.Combine(_folder.FullName, "templates");
        CopyFolder(Repository.File("templates"), copy);
        var text = Path.Combine(copy, "mails", "week", "text.scriban");
        await File.AppendAllTextAsync(text, "\n{{ week.no_such_thing }}\n");
        await File.AppendAllTextAsync(Path.Combine(copy, "content", "cues.yaml"), "\n- id: Q99\n  name: Nothing else\n");

        var (exit, output) = await RunAsync("check-templates", copy);

        Assert.Equal(1, exit);
        Assert.Contains($"mails/week/text.scriban:{(await File.ReadAllLinesAsync(text)).Length}: ", output, StringComparison.Ordinal);
        Assert.Contains("content/cues.yaml:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_templates_that_people_get_are_sound()
    {
        var (exit, output) = await RunAsync("check-templates");

        Assert.Equal(0, exit);
        Assert.Contains("95 pieces of content", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    private static async Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        await using var process = await ChildProcess.StartAsync("dotnet", [WorkerProcess.Program, .. arguments], environment);
        return (await process.Exited, process.Output);
    }

    private static async Task<object?> CountAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from subscribers");
        return await command.ExecuteScalarAsync();
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
