using MimeKit;
using RunBackCare.Mail.Incoming;
using RunBackCare.Mail.Incoming.Words;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>How the readers do on messages nobody here wrote.</summary>
public sealed class CorpusTests
{
    /// <summary>Codes that the set's makers invented for what a report does not say.</summary>
    private const string Invented = ".0.9";

    [Fact]
    public void The_own_words_of_replies_in_ten_languages_are_found()
    {
        Corpora.SkipWithout();
        var replies = Corpora.Replies();

        var missed = replies.Where(r => OwnWords.Of(r.Text).Own != r.Expect.ReplaceLineEndings("\n").Trim()).Select(r => r.Id).ToList();

        Assert.Equal(45, replies.Count);
        Assert.True(missed.Count <= 1, string.Join(' ', missed));
    }

    [Fact]
    public void Delivery_reports_are_known_and_only_dead_addresses_are_given_up()
    {
        Corpora.SkipWithout();
        var score = Score.Of(Corpora.Bounces().Where(b => IsReport(b.File)));

        Assert.True(score is { Kind: >= 0.98, Precision: >= 0.95, Recall: >= 0.85, Reason: >= 0.75 }, $"{score}");
    }

    [Fact]
    public void Nobody_is_given_up_for_a_bounce_of_any_other_shape()
    {
        Corpora.SkipWithout();
        var score = Score.Of(Corpora.Bounces());

        Assert.True(score is { Kind: >= 0.98, Precision: >= 0.95, Recall: >= 0.85 }, $"{score}");
    }

    private static bool IsReport(string file)
    {
        using var message = MimeMessage.Load(Corpora.Bounce(file));
        return message.BodyParts.Any(p => p is MessageDeliveryStatus);
    }

    private sealed record Score(double Kind, double Precision, double Recall, double Reason)
    {
        public static Score Of(IEnumerable<(string File, List<BounceLabel> Labels)> files)
        {
            var (all, kinds, hits, wrong, missed, reasons, rightReasons) = (0, 0, 0, 0, 0, 0, 0);
            foreach (var (file, labels) in files)
            {
                var mail = IncomingReader.Read(File.ReadAllBytes(Corpora.Bounce(file)));
                all++;
                kinds += KindOf(mail) == Expected(labels[0]) ? 1 : 0;
                var recipients = (mail as IncomingMail.Bounce)?.Recipients ?? [];
                for (var i = 0; i < labels.Count; i++)
                {
                    var said = i < recipients.Length ? recipients[i] : null;
                    hits += labels[i].Hard && said is { Hard: true } ? 1 : 0;
                    wrong += !labels[i].Hard && said is { Hard: true } ? 1 : 0;
                    missed += labels[i].Hard && said is not { Hard: true } ? 1 : 0;
                    if (Expected(labels[i]) == "bounce" && !labels[i].Status.Contains(Invented, StringComparison.Ordinal))
                    {
                        reasons++;
                        rightReasons += $"{said?.Reason}".Equals(labels[i].Reason, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                    }
                }
            }

            return new((double)kinds / all, (double)hits / (hits + wrong), (double)hits / (hits + missed), (double)rightReasons / reasons);
        }

        private static string KindOf(IncomingMail mail) => mail switch
        {
            IncomingMail.Bounce => "bounce",
            IncomingMail.Complaint => "complaint",
            IncomingMail.AutoReply => "auto-reply",
            _ => "other",
        };

        private static string Expected(BounceLabel label) => label.Reason switch
        {
            "feedback" => "complaint",
            "vacation" => "auto-reply",
            _ => "bounce",
        };
    }
}
