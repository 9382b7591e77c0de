using Microsoft.AspNetCore.Mvc;
using NodaTime;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Safety;

internal sealed class SafetyPage(RunBackCareDb db, AcknowledgeSign acknowledge, ClearPerson clear, IClock clock) : RoomPage
{
    private const int LongestNote = 1000;

    public SafetyQueue Queue { get; private set; } = null!;

    public string? Fault { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAcknowledgeAsync(long id, string? note) => Done(
        await acknowledge.RunAsync(id, Cut(note), Actor, Cancellation)
            ? $"Sign {id} is acknowledged by {Actor}."
            : $"Sign {id} was acknowledged before, or its person was erased: nothing changed.");

    public async Task<IActionResult> OnPostClearAsync(long id, string? note)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            Fault = $"Write down who cleared subscriber {id}, and when: without a note the hold stays.";
            await LoadAsync();
            return Page();
        }

        return Done(await clear.RunAsync(id, Cut(note)!, Actor, Cancellation)
            ? $"The hold of subscriber {id} is over; the plan goes on gently."
            : $"Subscriber {id} is not held any more: nothing changed.");
    }

    private static string? Cut(string? note) => note is { Length: > LongestNote } ? note[..LongestNote] : note;

    private async Task LoadAsync() => Queue = await SafetyQueue.ReadAsync(db, clock.GetCurrentInstant(), Cancellation);
}
