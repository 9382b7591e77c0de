using System.Collections.Immutable;
using System.Globalization;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;

namespace RunBackCare.Testing.Worker;

/// <summary>The worker's configuration as its environment would hold it. Intervals are seconds, so that a test need not wait for minutes.</summary>
public sealed record WorkerSettings
{
    public const string ReplyDomain = "reply.example.org";

    private ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("RunBackCare__Mail__From", "RunBackCare <plans@example.org>")
        .Add("RunBackCare__Mail__ReplyDomain", ReplyDomain)
        .Add("RunBackCare__Operator__Name", "RunBackCare under test")
        .Add("RunBackCare__Operator__PostalAddress", "1 Example Road, Example Town")
        .Add("RunBackCare__Operator__Contact", "help@example.org")
        .Add("RunBackCare__Site__PublicUrl", "http://localhost:8080")
        .Add("RunBackCare__Jobs__PlanEverySeconds", "1")
        .Add("RunBackCare__Jobs__SendEverySeconds", "1");

    public IReadOnlyDictionary<string, string> Environment => Values;

    public static WorkerSettings For(TestDatabase database) => new WorkerSettings().With("ConnectionStrings__RunBackCare", database.ConnectionString);

    /// <param name="name">As in the environment, with two underscores between its parts.</param>
    public WorkerSettings With(string name, string value) => this with { Values = Values.SetItem(name, value) };

    public WorkerSettings With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Mail goes to the sink.</summary>
    public WorkerSettings SendingTo(SmtpSink sink) => With("RunBackCare__Smtp__Host", SmtpSink.Host).With("RunBackCare__Smtp__Port", sink.Port);

    /// <summary>Mail becomes files in a folder.</summary>
    public WorkerSettings SendingTo(TestMailFolder folder) => With("RunBackCare__Pickup__Folder", folder.Path);
}
