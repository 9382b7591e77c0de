using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.Exports;
using RunBackCare.Worker.Subscribers.SignUps;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>What a mail is about beside a week or a reply.</summary>
internal sealed record Particulars
{
    public static Particulars None { get; } = new();

    /// <summary>The sign-up it asks to confirm.</summary>
    public SignUp? SignUp { get; init; }

    /// <summary>The change of address it asks about, or tells of.</summary>
    public AddressChange? Change { get; init; }

    /// <summary>All data of its person.</summary>
    public ReadOnlyMemory<byte>? Export { get; init; }

    /// <summary>Where it goes; null for the person's own address.</summary>
    public string? To(MailKind kind) => kind switch
    {
        MailKind.AddressQuestion => Change?.NewAddress,
        MailKind.AddressMoved => Change?.OldAddress,
        _ => SignUp?.Address,
    };

    /// <returns>By the ID of the mail; most mails have none.</returns>
    public static async Task<Dictionary<Guid, Particulars>> LoadAsync(RunBackCareDb db, PersonExport export, IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, Particulars>();
        Guid[] confirming = [.. mails.Where(m => m.Kind == MailKind.Confirm).Select(m => m.Id)];
        if (confirming.Length > 0)
        {
            foreach (var signUp in await db.SignUps.AsNoTracking().Where(s => confirming.Contains(s.MailId)).ToListAsync(cancellation))
            {
                found[signUp.MailId] = new() { SignUp = signUp };
            }
        }

        foreach (var mail in mails.Where(m => m.Kind is MailKind.AddressQuestion or MailKind.AddressMoved))
        {
            found[mail.Id] = new() { Change = await db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(c => c.AskingMailId == mail.Id || c.TellingMailId == mail.Id, cancellation) };
        }

        foreach (var mail in mails.Where(m => m.Kind == MailKind.Export))
        {
            found[mail.Id] = new() { Export = await export.OfAsync(mail.SubscriberId!.Value, cancellation) };
        }

        return found;
    }
}
