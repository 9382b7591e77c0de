using Npgsql;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Queue;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>From claimed rows to finished mails.</summary>
internal interface ILetterWriter
{
    /// <summary>
    /// Reads what these mails need, for all of them at once. Each is written when its turn comes: twenty that wait for one another are memory that .NET
    /// carries from place to place.
    /// </summary>
    /// <exception cref="NpgsqlException">The database failed. A fault of one mail is its own result.</exception>
    Task<WriteLetter> PrepareAsync(IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation);
}

/// <param name="mail">One of those that were prepared.</param>
/// <returns>Null where the mail's person is no longer there.</returns>
internal delegate WrittenLetter? WriteLetter(ClaimedMail mail);

internal static class OneLetter
{
    /// <inheritdoc cref="WriteLetter"/>
    public static async Task<WrittenLetter?> WriteAsync(this ILetterWriter writer, ClaimedMail mail, CancellationToken cancellation) => (await writer.PrepareAsync([mail], cancellation))(mail);
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
