using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Queue;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>From claimed rows to finished mails.</summary>
internal interface ILetterWriter
{
    /// <summary>One entry for each mail whose person is still there. A fault of one is its own result; a failing database throws.</summary>
    Task<IReadOnlyDictionary<Guid, WrittenLetter>> WriteAsync(IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation);
}

internal abstract record WrittenLetter
{
    private WrittenLetter()
    {
    }

    /// <param name="Templates">Version of what it was written with.</param>
    public sealed record Ready(Letter Letter, string Templates) : WrittenLetter;

    /// <param name="Why">For the admin; holds no address and no health data.</param>
    public sealed record Faulty(string Why) : WrittenLetter;
}
