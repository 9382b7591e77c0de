using Microsoft.AspNetCore.Mvc;
using RunBackCare.Worker.Site.Door;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.Exports;
using RunBackCare.Worker.Subscribers.Links;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Site.Own;

/// <summary>Address, links, a copy of everything, leaving, and having everything deleted.</summary>
internal sealed class AccountPage(OwnPerson people, MoveAddress move, RevokeLinks revoke, LeaveList leave, ErasePerson erase, PersonExport export) : OwnPage(people)
{
    public FilledForm Form { get; private set; } = new();

    /// <summary>Everything of theirs is deleted, and with it this page.</summary>
    public bool IsErased { get; private set; }

    public bool IsClosed { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadPersonAsync(cancellation);

    /// <summary>Only reads, and so a plain link may fetch it.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation) =>
        File((await export.OfAsync(PersonId, cancellation)).ToArray(), "application/json", "runbackcare.json");

    public async Task<IActionResult> OnPostAddressAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Form = new(await Request.ReadFormAsync(cancellation));
        if (MailAddress.Read(Form["email"]) is not { } address)
        {
            Form.Refuse("email", ProfileFaultWords.Of(new(0, "email", "")));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await move.AskAsync(PersonId, address, cancellation);
        Form = new();
        Done = "We have written to the new address. Say yes in that mail within a day, and your plan goes there; until then nothing changes.";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        await revoke.RunAsync(PersonId, cancellation);
        await OwnAccess.CloseAsync(HttpContext);
        IsClosed = true;
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        await leave.RunAsync(PersonId, "subscriber", cancellation);
        await ReadPersonAsync(cancellation);
        Done = "You have left. No further plan will reach you.";
        return Page();
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (!Form.IsTicked("erase", "yes"))
        {
            await ReadPersonAsync(cancellation);
            Form.Refuse("erase", "Please tick this first: it cannot be undone.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await erase.RunAsync(PersonId, "subscriber", cancellation);
        await OwnAccess.CloseAsync(HttpContext);
        IsErased = true;
        return Page();
    }
}
