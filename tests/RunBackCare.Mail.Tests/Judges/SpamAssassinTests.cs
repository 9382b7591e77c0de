using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>All mails in one mailbox, and SpamAssassin's rules over each, without the network.</summary>
public sealed partial class SpamAssassinTests
{
    private const double Most = 0.5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task No_mail_looks_like_spam()
    {
        Assert.SkipUnless(Programs.Find("spamassassin") is not null, "SpamAssassin is not installed; deploy/test.sh installs it.");
        var folder = Directory.CreateTempSubdirectory("runbackcare-spam-");
        try
        {
            var mailbox = Path.Combine(folder.FullName, "all.mbox");
            await File.WriteAllBytesAsync(mailbox, Mailbox(), TestContext.Current.CancellationToken);
            await using var judge = await ChildProcess.StartAsync(
                Programs.Find("spamassassin")!, ["-t", "-L", "--cf", "use_bayes 0", "--mbox", mailbox], new Dictionary<string, string> { ["HOME"] = folder.FullName });
            Assert.True(await judge.Exited.WaitAsync(Patience, TestContext.Current.CancellationToken) == 0, judge.Output);

            var verdicts = Verdict().Matches(judge.Output);

            Assert.Equal(JudgedMails.All.Length, verdicts.Count);
            Assert.Empty(verdicts.Where(v => double.Parse(v.Groups["score"].Value, CultureInfo.InvariantCulture) > Most).Select(v => v.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Mailbox()
    {
        using var mailbox = new MemoryStream();
        foreach (var mail in JudgedMails.All)
        {
            mailbox.Write(Encoding.ASCII.GetBytes("From plan@run.example.org Thu Nov 26 00:00:00 2026\n"));
            JudgedMails.Message(mail).WriteTo(new() { NewLineFormat = MimeKit.NewLineFormat.Unix }, mailbox);
            mailbox.Write("\n\n"u8);
        }

        return mailbox.ToArray();
    }

    [GeneratedRegex(@"^X-Spam-Status: \w+, score=(?<score>-?[0-9.]+) (?:.*\n)+?Message-Id: .*", RegexOptions.Multiline, 10_000)]
    private static partial Regex Verdict();
}
