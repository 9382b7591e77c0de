using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;

namespace RunBackCare.Worker.Admin.People;

/// <summary>A mail, written again from what is stored.</summary>
internal sealed class LetterPage(RunBackCareDb db, ILetterWriter writer, TextVersion text) : RoomPage
{
    public OutboxRow Mail { get; private set; } = null!;

    public WrittenLetter Written { get; private set; } = null!;

    /// <summary>An editor has changed something since it went out.</summary>
    public bool ReadsDifferently => Mail.Templates is { } then && then != text.Value;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, Cancellation) is not { } mail
            || await LetterPages.WriteAsync(db, writer, id, Cancellation) is not { } written)
        {
            return NotFound();
        }

        (Mail, Written) = (mail, written);
        return Page();
    }
}
