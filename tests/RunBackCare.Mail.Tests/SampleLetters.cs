using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests;

internal static class SampleLetters
{
    public static Operator Operator { get; } = new("Weekly Runs Ltd", "1 Mill Lane, Leeds LS1 1AA, United Kingdom", "hello@run.example.org");

    public static Sender Sender { get; } = new()
    {
        From = new MailboxAddress("RunBackCare", "plan@run.example.org"),
        ReplyDomain = "reply.run.example.org",
        BounceDomain = "bounce.run.example.org",
        ListId = "weekly.run.example.org",
        FeedbackSender = "runbackcare",
        Operator = Operator,
    };

    public static Addressing Addressing { get; } = new()
    {
        To = "ann@example.org",
        Name = "Ann",
        MessageId = "0193f0c2a1b27c3d8e4f5a6b7c8d9e0f@run.example.org",
        Date = new(2026, 11, 29, 17, 0, 0, TimeSpan.FromHours(1)),
        ReplyToken = SampleWeeks.Token,
        BounceToken = SampleWeeks.Token,
        Links = SampleWeeks.Links,
        CalendarKey = "5e1f0c2a9b3d4e77",
    };

    public static TemplateSet Templates { get; } = TemplateSet.Load(Repository.Templates).Require();

    public static LetterComposer Composer { get; } = new(Templates, Sender);

    public static Rendered Render(MailView view) => Templates.Render(view, Operator);

    /// <summary>The message as a server would hand it on: written out and read again.</summary>
    public static MimeMessage Sent(Letter letter)
    {
        using var bytes = new MemoryStream();
        letter.Message.WriteTo(bytes);
        bytes.Position = 0;
        return MimeMessage.Load(bytes);
    }
}
