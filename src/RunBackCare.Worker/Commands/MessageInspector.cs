using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning.Pain.Safety;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Worker.Commands;

/// <summary>Reads as the inbox does, of somebody of whom nothing is known.</summary>
/// <param name="templates">Where the texts of our mails lie: what stands there is nobody's sign.</param>
/// <param name="arrived">For messages that do not say when they were written.</param>
internal sealed class MessageInspector(string templates, Instant arrived)
{
    private OurText? _ours;

    public InspectedMessage Inspect(string file, IncomingMail mail) => mail switch
    {
        IncomingMail.Reply reply => new(file, "reply") { Words = reply.Words.Own, Reading = ReadingForm.Of(Read(reply)) },
        IncomingMail.Bounce bounce => new(file, "bounce") { Recipients = [.. bounce.Recipients.Select(InspectedRecipient.Of)] },
        IncomingMail.Complaint complaint => new(file, "complaint") { Why = complaint.Feedback, Recipients = [.. complaint.Recipients.Select(InspectedRecipient.Complaining)] },
        IncomingMail.AutoReply automatic => new(file, "auto-reply") { Why = automatic.Why },
        IncomingMail.Other other => new(file, "other") { Why = other.Why },
        _ => new(file, "other"),
    };

    private Reading Read(IncomingMail.Reply reply)
    {
        var context = new ReplyContext { Written = reply.Head.Date?.LocalDateTime ?? arrived.InUtc().LocalDateTime };
        var reading = ReplyReader.Read(reply.Words.Own, context).AskingAbout(Theirs(reply.Words.Unsure));
        return reading with { Flags = [.. reading.Flags.Union(Aside(reply.Words.Aside).Select(f => f.On(context.Written.Date)))] };
    }

    /// <summary>Signs in what was cut away count too, but not those that our own mails name.</summary>
    private ImmutableArray<SafetyFinding> Aside(string aside) =>
        SafetyScreen.Find(aside).IsEmpty ? [] : SafetyScreen.Find(Theirs(aside));

    private string Theirs(string text) => text.Length == 0 ? text : (_ours ??= Ours()).Without(text);

    private OurText Ours() => new(Directory.Exists(templates) ? Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText) : []);
}
