using System.Text.RegularExpressions;
using MimeKit;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Processes;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>What a newcomer runs first.</summary>
public sealed partial class DemoTests : IDisposable
{
    private static readonly string[] Headers =
    [
        "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID", "Auto-Submitted",
        "X-Auto-Response-Suppress",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-demo-");

    private string Mails => Path.Combine(_folder.FullName, "mail");

    [Fact]
    public async Task The_demo_leaves_a_whole_mail_for_each_of_twelve_people_and_run_again_sends_nothing_twice()
    {
        TestPostgres.SkipUnlessInstalled();
        await RunDemoAsync();
        var first = Files();
        var written = first.Select(File.GetLastWriteTimeUtc).ToList();

        Assert.Equal(12, first.Count);
        var mails = first.Select(file => MimeMessage.Load(file)).ToList();
        Assert.Equal(12, mails.SelectMany(mail => mail.To.Mailboxes).Select(to => to.Address).Distinct(StringComparer.Ordinal).Count());
        Assert.All(mails, IsWhole);

        await RunDemoAsync();
        Assert.Equal(first, Files());
        Assert.Equal(written, Files().Select(File.GetLastWriteTimeUtc));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void IsWhole(MimeMessage mail)
    {
        Assert.All(Headers, name => Assert.True(mail.Headers.Contains(name), $"{mail.To} has no {name}."));
        Assert.False(mail.Headers.Contains("Precedence"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.StartsWith("reply+", Assert.Single(mail.ReplyTo.Mailboxes).Address, StringComparison.Ordinal);
        Assert.All(new[] { mail.Subject, mail.TextBody, mail.HtmlBody }, part =>
        {
            Assert.False(string.IsNullOrWhiteSpace(part));
            Assert.DoesNotMatch(TemplateMark(), MarksInTheHostileName().Replace(part, ""));
        });
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    private List<string> Files() => [.. Directory.GetFiles(Mails).Order(StringComparer.Ordinal)];

    private async Task RunDemoAsync()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["RUNBACKCARE_LOCAL"] = _folder.FullName };
        await using var demo = await ChildProcess.StartAsync(Repository.File("deploy", "demo.sh"), ["--once"], environment);
        Assert.True(await demo.Exited == 0, demo.Output);
    }

    [GeneratedRegex(@"\{\{|\}\}|\{%|%\}", RegexOptions.None, 1000)]
    private static partial Regex TemplateMark();

    // One of the twelve is called so; their name must arrive as it is, not as what a template would make of it.
    [GeneratedRegex(@"\{\{ 7 \* 7 \}\}|\{\{~ include \S{1,6}week\S{1,6} ~\}\}|\{% raw %\}", RegexOptions.None, 1000)]
    private static partial Regex MarksInTheHostileName();
}
