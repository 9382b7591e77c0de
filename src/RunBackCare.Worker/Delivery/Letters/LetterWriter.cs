using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Exports;
using Scriban.Syntax;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>Writes what the queue asks for: loads the rows of all at once, then makes links and tokens and composes one by one.</summary>
internal sealed partial class LetterWriter(
    IDbContextFactory<RunBackCareDb> contexts,
    TokenKeys keys,
    LetterComposer composer,
    ViewPicker views,
    SiteLinks site,
    OperatorLetters operators,
    PersonExport export,
    TextVersion version,
    ILogger<LetterWriter> logger) : ILetterWriter
{
    public async Task<WriteLetter> PrepareAsync(IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        var codec = await keys.CodecAsync(cancellation);
        try
        {
            return await PrepareTogetherAsync(mails, codec, cancellation);
        }
        catch (Exception fault) when (IsOfOneRow(fault))
        {
            return await PrepareOneByOneAsync(mails, codec, cancellation);
        }
    }

    private async Task<WriteLetter> PrepareTogetherAsync(IReadOnlyList<ClaimedMail> mails, TokenCodec codec, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var people = await PeopleAsync(db, mails, cancellation);
        var weeks = await MailedWeek.LoadAsync(db, mails, cancellation);
        var answered = await AnsweredReply.LoadAsync(db, mails, cancellation);
        var alerts = await OperatorLetters.AlertsAsync(db, mails, cancellation);
        var particulars = await Particulars.LoadAsync(db, export, mails, cancellation);
        return mail =>
        {
            if (alerts.TryGetValue(mail.Id, out var alert))
            {
                return Write(mail, () => operators.Write(mail, alert, codec));
            }

            if (mail.SubscriberId is not { } to || !people.TryGetValue(to, out var person))
            {
                return null;
            }

            var week = mail.WeekId is { } id ? weeks.GetValueOrDefault(id) : null;
            return Write(mail, () => Write(mail, person, week, answered.GetValueOrDefault(mail.Id), particulars.GetValueOrDefault(mail.Id, Particulars.None), codec));
        };
    }

    /// <summary>A row that cannot even be read spoils the query of all: then each is asked for alone.</summary>
    private async Task<WriteLetter> PrepareOneByOneAsync(IReadOnlyList<ClaimedMail> mails, TokenCodec codec, CancellationToken cancellation)
    {
        var letters = new Dictionary<Guid, WriteLetter>();
        foreach (var mail in mails)
        {
            try
            {
                letters[mail.Id] = await PrepareTogetherAsync([mail], codec, cancellation);
            }
            catch (Exception fault) when (IsOfOneRow(fault))
            {
                var faulty = Faulty(mail, fault);
                letters[mail.Id] = _ => faulty;
            }
        }

        return mail => letters[mail.Id](mail);
    }

    private WrittenLetter Write(ClaimedMail mail, Func<Letter> write)
    {
        try
        {
            return new WrittenLetter.Ready(write(), version.Value);
        }
        catch (Exception fault) when (IsOfOneRow(fault))
        {
            return Faulty(mail, fault);
        }
    }

    private Letter Write(ClaimedMail mail, Subscriber person, MailedWeek? week, AnsweredReply? answered, Particulars particulars, TokenCodec codec)
    {
        var about = week?.Plan.Starts ?? mail.CreatedAt.InUtc().Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var links = Links(mail, person, about, particulars, codec);
        return composer.Compose(views.Pick(mail, person, week, answered, links, Page(mail, person, particulars, codec), particulars), new()
        {
            To = particulars.To(mail.Kind) ?? person.Address,
            Name = person.Name,
            MessageId = mail.MessageId,

            // Of the row, not of the attempt: a retry is the same message to the byte.
            Date = mail.CreatedAt.ToDateTimeOffset(),
            ReplyToken = codec.Write(Token.For(person, TokenPurpose.Reply, about)),
            BounceToken = codec.Write(Token.For(person, TokenPurpose.Bounce, about)),
            Links = links,
            Answers = answered?.Answers,
            CalendarKey = CalendarKey.Of(person),
        });
    }

    private Links Links(ClaimedMail mail, Subscriber person, LocalDate about, Particulars particulars, TokenCodec codec)
    {
        var links = site.For(person, mail.Kind, about, codec);
        return particulars.SignUp is { } signUp ? links with { Confirm = site.Confirm(signUp, codec) } : links;
    }

    /// <summary>The one page that a mail is about; null for most.</summary>
    private Uri? Page(ClaimedMail mail, Subscriber person, Particulars particulars, TokenCodec codec) => mail.Kind switch
    {
        MailKind.Link => site.Open(person, TokenPurpose.OwnPages, mail.CreatedAt, codec),
        MailKind.Summary => site.Open(person, TokenPurpose.OwnSummary, mail.CreatedAt, codec),
        MailKind.AddressQuestion when particulars.Change is { } change => site.Confirm(change, codec),
        _ => null,
    };

    private static Task<Dictionary<long, Subscriber>> PeopleAsync(RunBackCareDb db, IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        long[] wanted = [.. mails.Select(m => m.SubscriberId).OfType<long>().Distinct()];
        return db.Subscribers.AsNoTracking().Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
    }

    private WrittenLetter.Faulty Faulty(ClaimedMail mail, Exception fault)
    {
        var why = fault is ScriptRuntimeException template
            ? $"a template cannot be rendered: {template.Span.ToStringSimple()}"
            : $"the mail cannot be written: {fault.GetType().Name} in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}";
        Log.Faulty(logger, mail.Id, why);
        return new(why);
    }

    /// <summary>Not the database's failure, nor ours to be stopped.</summary>
    private static bool IsOfOneRow(Exception fault) => fault is not (OperationCanceledException or NpgsqlException or { InnerException: NpgsqlException });

    private static partial class Log
    {
        // Never the exception's message, which may quote a profile.
        [LoggerMessage(1, LogLevel.Error, "Mail {Id}: {Why}.")]
        public static partial void Faulty(ILogger logger, Guid id, string why);
    }
}
