using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Admin.Replies;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.People;

/// <summary>Everything about one person, and what an admin may do for them.</summary>
internal sealed class PersonPage(
    RunBackCareDb db, NextWeekPreview preview, Replay replay, AssignMeaning assign, SendAgain again, EraseSubscriber erase, TextVersion text, IWakeDelivery delivery, IClock clock) : RoomPage
{
    private const int MostPausedWeeks = 26;

    public PersonFile Known { get; private set; } = null!;

    public ImmutableArray<PreviewedWeek> Preview { get; private set; } = [];

    /// <summary>The week that was just planned again, and what that showed; null where none was.</summary>
    public (long Week, ReplayOutcome Outcome)? Replayed { get; private set; }

    public string? Fault { get; private set; }

    public string Spoken { get; private set; } = "";

    public static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Dashboard.Path}/people/{id}");

    /// <summary>Rendered again, it may read differently: an editor has changed something since.</summary>
    public bool ReadsDifferently(OutboxRow mail) => mail.Templates is { } then && then != text.Value;

    public async Task<IActionResult> OnGetAsync(long id, long? week)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        // Planning again changes nothing, so it is asked for by address like any page.
        if (week is { } number && Known.Weeks.Any(w => w.Id == number))
        {
            Replayed = (number, await replay.RunAsync(number, Cancellation));
        }

        return Page();
    }

    public Task<IActionResult> OnPostPauseAsync(long id, int weeks) => weeks is < 1 or > MostPausedWeeks
        ? RefuseAsync(id, $"A pause is 1 to {MostPausedWeeks} weeks.")
        : SpeakAsync(id, string.Create(CultureInfo.InvariantCulture, $"PAUSE {weeks} WEEKS"));

    public Task<IActionResult> OnPostResumeAsync(long id) => SpeakAsync(id, "RESUME");

    public Task<IActionResult> OnPostSpeakAsync(long id, string? words) => string.IsNullOrWhiteSpace(words)
        ? RefuseAsync(id, "Write what they said, in words that the reader knows.")
        : SpeakAsync(id, words.Trim());

    public async Task<IActionResult> OnPostResendAsync(long id, Guid mail) => Done(
        await again.RunAsync(id, mail, Actor, Cancellation)
            ? "The mail is queued once more."
            : "That mail is gone, or still on its way by itself: nothing changed.");

    public async Task<IActionResult> OnPostEraseAsync(long id, long? sure)
    {
        if (sure != id)
        {
            return await RefuseAsync(id, $"To delete this person with everything they ever said, write the number {id}.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        if (await db.LockSubscriberAsync(id, Cancellation) is not { ErasedAt: null } subscriber)
        {
            return NotFound();
        }

        await erase.EraseAsync(db, subscriber, null, Actor, clock.GetCurrentInstant(), Cancellation);
        await transaction.CommitAsync(Cancellation);
        delivery.Wake();
        TempData[SaidKey] = $"Subscriber {id} is deleted, and gets one last mail that says so.";
        return Redirect($"{Request.PathBase}{Dashboard.Path}/people");
    }

    private async Task<IActionResult> SpeakAsync(long id, string words)
    {
        Spoken = words;
        return await assign.ForPersonAsync(id, words, Actor, Cancellation) is Assigned.Refused { Why: var why }
            ? await RefuseAsync(id, why)
            : Done("Done, as if they had written it themselves; they get the receipt.");
    }

    private async Task<IActionResult> RefuseAsync(long id, string why)
    {
        Fault = why;
        return await LoadAsync(id) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await PersonFile.ReadAsync(db, id, Cancellation) is not { } file)
        {
            return false;
        }

        Known = file;
        Preview = await preview.RunAsync(id, Cancellation);
        return true;
    }
}
