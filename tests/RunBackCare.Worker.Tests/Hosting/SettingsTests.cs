using RunBackCare.Testing.Hosting;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Tests.Hosting;

public sealed class SettingsTests
{
    private const string Connection = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing";

    [Fact]
    public void A_missing_connection_names_its_key_and_shows_an_example() =>
        Assert.Contains(Faults(""), fault => fault.StartsWith("ConnectionStrings:RunBackCare is missing", StringComparison.Ordinal)
            && fault.Contains("ConnectionStrings__RunBackCare=\"Host=", StringComparison.Ordinal));

    [Fact]
    public void A_connection_that_cannot_be_read_does_not_repeat_its_password() =>
        Assert.Contains(Faults("Host=db;Bogus=1;Password=hunter2"), fault => fault.Contains("cannot be read", StringComparison.Ordinal)
            && !fault.Contains("hunter2", StringComparison.Ordinal));

    [Fact]
    public void A_missing_public_address_names_its_key_and_shows_an_example() =>
        Assert.Contains(
            "RunBackCare:Site:PublicUrl is missing or not the http(s) address of a site: the links in mails start with it, such as RunBackCare__Site__PublicUrl=https://plans.example.org",
            Faults(Connection, ("RunBackCare:Site:PublicUrl", "")));

    [Fact]
    public void A_misspelt_key_is_told_with_the_right_ones() =>
        Assert.Contains(
            "RunBackCare:Jobs:PlanEvrySeconds is not a setting; known are PlanEverySeconds, PlanWorkers, ReadEverySeconds, SendEverySeconds, SendWorkers, StopWithinSeconds",
            Faults(Connection, ("RunBackCare:Jobs:PlanEvrySeconds", "60")));

    [Fact]
    public void A_misspelt_section_is_told_with_the_right_ones() =>
        Assert.Contains(Faults(Connection, ("RunBackCare:Smpt:Host", "mail.example.org")), fault =>
            fault.StartsWith("RunBackCare:Smpt is not a setting; known are RunBackCare:Admin,", StringComparison.Ordinal));

    [Theory]
    [InlineData("RunBackCare:Jobs:PlanEverySeconds", "soon", "is 'soon', which is not a whole number, such as RunBackCare__Jobs__PlanEverySeconds=300")]
    [InlineData("RunBackCare:Jobs:PlanEverySeconds", "7", "is 7: it must divide a minute evenly, or be whole minutes that divide an hour, such as RunBackCare__Jobs__PlanEverySeconds=300")]
    [InlineData("RunBackCare:Jobs:SendWorkers", "0", "is 0: it must be 1 to 8, such as RunBackCare__Jobs__SendWorkers=1")]
    [InlineData("RunBackCare:Admin:Accounts:0:Role", "boss", "is 'boss', which is not one of Viewer, Admin, such as RunBackCare__Admin__Accounts__0__Role=Viewer")]
    [InlineData("RunBackCare:Inbox:Tls", "maybe", "is 'maybe', which is not one of None, StartTls, Tls, such as RunBackCare__Inbox__Tls=Tls")]
    [InlineData("RunBackCare:Inbox:LargestKilobytes", "1", "must be 16 to 30720, such as RunBackCare__Inbox__LargestKilobytes=1024")]
    [InlineData("RunBackCare:Site:Proxies:0", "everyone", "is 'everyone', which is no network, such as RunBackCare__Site__Proxies__0=172.18.0.0/16")]
    [InlineData("RunBackCare:Templates:Directory", "/nowhere", "is '/nowhere', which is not there, such as RunBackCare__Templates__Directory=/etc/runbackcare/templates")]
    public void A_wrong_value_is_told_with_its_key_and_an_example(string key, string value, string what) =>
        Assert.Contains($"{key} {what}", Faults(Connection, (key, value)));

    [Theory]
    [InlineData("RunBackCare:Inbox:Host", "imap.example.org", "RunBackCare:Inbox:User is missing: who reads the mailbox, such as RunBackCare__Inbox__User=reply")]
    [InlineData("RunBackCare:Inbox:Host", "imaps://imap.example.org", "RunBackCare:Inbox:Host is no host name: leave out scheme and port, such as RunBackCare__Inbox__Host=imap.example.org")]
    [InlineData("RunBackCare:Inbox:User", "reply", "RunBackCare:Inbox:Host is missing: name the IMAP server of that user, such as RunBackCare__Inbox__Host=imap.example.org")]
    public void Half_an_inbox_is_told_with_what_is_missing(string key, string value, string fault) => Assert.Contains(fault, Faults(Connection, (key, value)));

    [Fact]
    public void A_server_and_a_folder_for_answers_do_not_go_together() =>
        Assert.Contains(Faults(Connection, ("RunBackCare:Inbox:Host", "imap.example.org"), ("RunBackCare:Inbox:Folder", "/var/lib/answers")), fault =>
            fault.StartsWith("RunBackCare:Inbox:Host and RunBackCare:Inbox:Folder are both set", StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, Faults("", ("RunBackCare:Jobs:SendWorkers", "many"), ("RunBackCare:Site:PublicUrl", "")).Count);

    [Fact]
    public void An_account_needs_a_hash_and_not_a_password() =>
        Assert.Contains(
            Faults(Connection, ("RunBackCare:Admin:Accounts:0:Name", "anna"), ("RunBackCare:Admin:Accounts:0:Hash", "secret")),
            fault => fault.StartsWith("RunBackCare:Admin:Accounts:0:Hash is missing or no hash", StringComparison.Ordinal));

    [Fact]
    public void A_template_that_asks_for_something_unknown_stops_the_start_with_file_and_line()
    {
        using var copy = new TemplatesCopy();
        copy.Append("mails/goodbye/text.scriban", "\n{{ view.nothing_of_the_kind }}\n");

        var fault = Assert.Single(Faults(Connection, ("RunBackCare:Templates:Directory", copy.Folder)));
        Assert.Matches(@"mails/goodbye/text\.scriban:\d+: .*nothing_of_the_kind|mails/goodbye/text\.scriban:\d+: ", fault);
    }

    [Fact]
    public void Broken_content_stops_the_start_with_file_and_line()
    {
        using var copy = new TemplatesCopy();
        copy.Append("content/cues.yaml", "\n- id: [\n");

        Assert.Contains(Faults(Connection, ("RunBackCare:Templates:Directory", copy.Folder)), fault => fault.Contains("content/cues.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_ends_with_1_and_one_line_a_fault_and_no_stack_trace()
    {
        var said = new StringWriter();
        var console = Console.Error;
        Console.SetError(said);
        try
        {
            Assert.Equal(1, await WorkerHost.RunAsync([]));
        }
        finally
        {
            Console.SetError(console);
        }

        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("ConnectionStrings:RunBackCare ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("   at ", line, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Faults(string connection, params (string Key, string Value)[] settings) =>
        Assert.Throws<SettingsException>(() => TestWorker.Build(connection, settings)).Faults;
}
