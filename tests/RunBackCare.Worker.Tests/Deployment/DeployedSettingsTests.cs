using System.Text.RegularExpressions;
using RunBackCare.Testing;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Tests.Deployment;

/// <summary>Each way to deploy names settings in its own form. The worker itself says whether they exist and can be worked with.</summary>
public sealed partial class DeployedSettingsTests
{
    [Fact]
    public async Task The_compose_file_sets_what_the_worker_knows()
    {
        var settings = Settings(ComposeSetting(), File.ReadAllText(Repository.File("docker-compose.yml")))
            .Select(setting => (setting.Name, Value: VariableWithDefault().Replace(setting.Value, "${default}")));

        await AssertAcceptedAsync(settings);
    }

    [Fact]
    public async Task The_unit_of_systemd_names_settings_that_the_worker_knows() =>
        await AssertAcceptedAsync(Settings(UnitSetting(), File.ReadAllText(Repository.File("deploy", "runbackcare.service"))));

    [Fact]
    public async Task The_demo_sets_what_the_worker_knows() =>
        await AssertAcceptedAsync(Settings(DemoSetting(), File.ReadAllText(Repository.File("deploy", "demo.sh")))
            .Select(setting => (setting.Name, setting.Value
                .Replace("$port", "8080", StringComparison.Ordinal)
                .Replace("$mail", Path.GetTempPath(), StringComparison.Ordinal))));

    // Built, not started: building checks every setting, and asks no database.
    private static async Task AssertAcceptedAsync(IEnumerable<(string Name, string Value)> settings)
    {
        // A password's hash is made where the worker runs, so none stands in the file.
        string[] arguments = [.. settings.Where(setting => !setting.Name.Contains("__Admin__", StringComparison.Ordinal)).Select(setting => $"--{setting.Name.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}")];

        Assert.True(arguments.Length >= 8, "The file's settings were not found where they used to stand.");
        await using var worker = WorkerHost.Build(arguments);
    }

    private static IEnumerable<(string Name, string Value)> Settings(Regex form, string text) =>
        form.Matches(text).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));

    [GeneratedRegex(@"^ +(?<name>(?:RunBackCare|ConnectionStrings)__\w+): (?<value>.*)$", RegexOptions.Multiline, 1000)]
    private static partial Regex ComposeSetting();

    [GeneratedRegex(@"\$\{\w+:-(?<default>[^}]*)\}", RegexOptions.None, 1000)]
    private static partial Regex VariableWithDefault();

    [GeneratedRegex("^#   (?<name>(?:RunBackCare|ConnectionStrings)__\\w+)=\"?(?<value>[^\"\\n]*)\"?$", RegexOptions.Multiline, 1000)]
    private static partial Regex UnitSetting();

    [GeneratedRegex("^(?<name>(?:RunBackCare|ConnectionStrings)__\\w+)='?(?<value>[^'\\n]*)'?$", RegexOptions.Multiline, 1000)]
    private static partial Regex DemoSetting();
}
