using RunBackCare.Mail.Incoming.Words;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>How the readers do on messages nobody here wrote.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void The_own_words_of_replies_in_ten_languages_are_found()
    {
        Corpora.SkipWithout();
        var replies = Corpora.Replies();

        var missed = replies.Where(r => OwnWords.Of(r.Text).Own != r.Expect.ReplaceLineEndings("\n").Trim()).Select(r => r.Id).ToList();

        Assert.Equal(45, replies.Count);
        Assert.True(missed.Count <= 1, string.Join(' ', missed));
    }
}
