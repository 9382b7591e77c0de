using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Admin.Room;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Admin.People;

/// <summary>From an address, a part of one, or a number, to the person.</summary>
internal sealed class PeoplePage(RunBackCareDb db) : RoomPage
{
    private const int Most = 25;
    private const int LongestSought = 254;

    public string Sought { get; private set; } = "";

    public string? Fault { get; private set; }

    public ImmutableArray<FoundPerson> Found { get; private set; } = [];

    /// <summary>Posted, so that addresses of people stand in no address line, history or log.</summary>
    [OnlyAsks]
    public async Task<IActionResult> OnPostAsync(string? sought)
    {
        Sought = (sought ?? "").Trim();
        if (Sought.Length is < 3 or > LongestSought && !long.TryParse(Sought, out _))
        {
            Fault = "Write an address, three letters of one, or a subscriber's number.";
            return Page();
        }

        var key = AddressKey.Of(Sought);
        var pattern = $"%{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        var number = long.TryParse(Sought, out var id) ? id : 0;
        Found =
        [
            .. await db.Subscribers.AsNoTracking().Where(s => s.Id == number || EF.Functions.Like(s.AddressKey, pattern, "\\"))
                .OrderBy(s => s.AddressKey).Take(Most)
                .Select(s => new FoundPerson(s.Id, s.Address, s.State)).ToListAsync(Cancellation),
        ];
        Fault = Found.IsEmpty ? "Nobody here has that address or number." : null;
        var meant = Found.FirstOrDefault(person => person.Id == number || AddressKey.Of(person.Address) == key) ?? (Found is [var only] ? only : null);
        return meant is null ? Page() : Redirect($"{Request.PathBase}{PersonPage.AddressOf(meant.Id)}");
    }
}

internal sealed record FoundPerson(long Id, string Address, SubscriberState State);
