using RunBackCare.Testing;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace RunBackCare.Worker.Tests.Deployment;

/// <summary>Read as YAML: these promises hold before any container runs.</summary>
public sealed class ComposeFileTests
{
    private static readonly Dictionary<string, ComposeService> Services = Read();

    [Fact]
    public void There_are_a_database_a_migration_workers_and_a_mail_catcher() =>
        Assert.Equal(["mails", "migrate", "postgres", "worker"], Services.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_worker_waits_for_the_migration_and_the_migration_for_the_database()
    {
        Assert.Equal("service_completed_successfully", Services["worker"].DependsOn["migrate"].Condition);
        Assert.Equal("service_healthy", Services["migrate"].DependsOn["postgres"].Condition);
        Assert.NotEmpty(Services["postgres"].Healthcheck!.Test);
    }

    [Fact]
    public void Several_workers_can_run_side_by_side()
    {
        var worker = Services["worker"];

        Assert.Null(worker.ContainerName);
        Assert.All(worker.Ports, port => Assert.Matches(@"^127\.0\.0\.1:\d+-\d+:8080$", port));
    }

    [Fact]
    public void The_migration_and_the_worker_are_one_image_with_the_same_settings()
    {
        Assert.Equal(Services["migrate"].Build!.Dockerfile, Services["worker"].Build!.Dockerfile);
        Assert.Equal(Services["migrate"].Environment, Services["worker"].Environment);
        Assert.True(File.Exists(Repository.File([.. Services["worker"].Build!.Dockerfile.Split('/')])));
    }

    [Fact]
    public void Our_containers_have_no_rights_to_spare()
    {
        Assert.All(["migrate", "worker"], name =>
        {
            Assert.True(Services[name].ReadOnly);
            Assert.Equal(["ALL"], Services[name].CapDrop);
            Assert.Contains("no-new-privileges:true", Services[name].SecurityOpt);
        });
    }

    [Fact]
    public void The_database_outlives_its_container() => Assert.Contains("database:/var/lib/postgresql/data", Services["postgres"].Volumes);

    [Fact]
    public void The_image_runs_as_somebody_other_than_root_and_carries_no_compiler()
    {
        var dockerfile = File.ReadAllLines(Repository.File("deploy", "Dockerfile"));

        Assert.Contains("-chiseled-extra", dockerfile.Last(line => line.StartsWith("FROM ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("USER $APP_UID", dockerfile.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
    }

    private static Dictionary<string, ComposeService> Read()
    {
        var reader = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();
        using var file = File.OpenText(Repository.File("docker-compose.yml"));
        return reader.Deserialize<ComposeFile>(new MergingParser(new Parser(file))).Services;
    }

    private sealed class ComposeFile
    {
        [YamlMember(Alias = "services")]
        public Dictionary<string, ComposeService> Services { get; init; } = [];
    }

    private sealed class ComposeService
    {
        [YamlMember(Alias = "container_name")]
        public string? ContainerName { get; init; }

        [YamlMember(Alias = "build")]
        public ComposeBuild? Build { get; init; }

        [YamlMember(Alias = "environment")]
        public Dictionary<string, string> Environment { get; init; } = [];

        [YamlMember(Alias = "depends_on")]
        public Dictionary<string, ComposeDependency> DependsOn { get; init; } = [];

        [YamlMember(Alias = "ports")]
        public List<string> Ports { get; init; } = [];

        [YamlMember(Alias = "volumes")]
        public List<string> Volumes { get; init; } = [];

        [YamlMember(Alias = "read_only")]
        public bool ReadOnly { get; init; }

        [YamlMember(Alias = "cap_drop")]
        public List<string> CapDrop { get; init; } = [];

        [YamlMember(Alias = "security_opt")]
        public List<string> SecurityOpt { get; init; } = [];

        [YamlMember(Alias = "healthcheck")]
        public ComposeHealthcheck? Healthcheck { get; init; }
    }

    private sealed class ComposeBuild
    {
        [YamlMember(Alias = "dockerfile")]
        public string Dockerfile { get; init; } = "";
    }

    private sealed class ComposeDependency
    {
        [YamlMember(Alias = "condition")]
        public string Condition { get; init; } = "";
    }

    private sealed class ComposeHealthcheck
    {
        [YamlMember(Alias = "test")]
        public List<string> Test { get; init; } = [];
    }
}
