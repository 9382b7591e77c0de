using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Suppressed;

internal sealed class SuppressedPage(RunBackCareDb db, LiftSuppression lift) : RoomPage
{
    public ImmutableArray<SuppressedAddress> Addresses { get; private set; } = [];

    public async Task OnGetAsync() => Addresses = await SuppressedAddress.ReadAsync(db, Cancellation);

    public async Task<IActionResult> OnPostLiftAsync(string? hash) => Done(
        await lift.RunAsync(hash ?? "", Actor, Cancellation)
            ? "The address is written to again."
            : "That suppression is gone already, or is not yours to lift: nothing changed.");
}
