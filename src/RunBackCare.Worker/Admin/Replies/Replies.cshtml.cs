using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Replies;

internal sealed class RepliesPage(RunBackCareDb db, AssignMeaning assign, DismissMessage dismiss) : RoomPage
{
    private const int Most = 25;
    private const int LongestWords = 500;

    /// <summary>The oldest first: they wait the longest.</summary>
    public ImmutableArray<UnreadMessage> Messages { get; private set; } = [];

    /// <summary>The message whose form was filled in badly, what stood in it, and what is wrong.</summary>
    public (long Id, string Words, string Why)? Fault { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAssignAsync(long id, string? words, long? subscriber)
    {
        var said = (words ?? "").Trim();
        var outcome = said.Length is 0 or > LongestWords
            ? new Assigned.Refused("Write what they meant, in words that the reader knows, such as: 2, all done.")
            : await assign.ToMessageAsync(id, subscriber, said, Actor, Cancellation);
        if (outcome is Assigned.Refused { Why: var why })
        {
            Fault = (id, said, why);
            await LoadAsync();
            return Page();
        }

        return Done($"Message {id} has its meaning; subscriber {((Assigned.Done)outcome).SubscriberId} gets the receipt.");
    }

    public async Task<IActionResult> OnPostDismissAsync(long id) =>
        Done(await dismiss.RunAsync(id, Actor, Cancellation) ? $"Message {id} is laid aside." : $"Message {id} was handled before: nothing changed.");

    private async Task LoadAsync() =>
        Messages = [.. (await db.InboundMessages.AsNoTracking().Waiting().OrderBy(m => m.Id).Take(Most).ToListAsync(Cancellation)).Select(UnreadMessage.Of)];
}
