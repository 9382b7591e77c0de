using Microsoft.AspNetCore.Mvc;
using RunBackCare.Worker.Admin.Room;

namespace RunBackCare.Worker.Admin.Mails;

/// <summary>The page that is looked at in the morning.</summary>
internal sealed class MailsPage(MailsOverview overview, SeeAlert see) : RoomPage
{
    public const string Address = $"{Dashboard.Path}/mails";

    /// <summary>Present in the address when the page is to stand still.</summary>
    public const string StillQuery = "still";

    /// <summary>Written into the answer: the page needs no script to stay fresh.</summary>
    private const string RefreshSeconds = "10";

    public bool IsStill { get; private set; }

    public MailsNow Now { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Now = await overview.ReadAsync(Cancellation);
        IsStill = Request.Query.ContainsKey(StillQuery);
        if (!IsStill)
        {
            Response.Headers["Refresh"] = RefreshSeconds;
        }
    }

    public async Task<IActionResult> OnPostSeeAsync(long id) =>
        Done(await see.RunAsync(id, Actor, Cancellation) ? $"Alert {id} was seen by {Actor}." : $"Alert {id} was seen before: nothing changed.");

    /// <param name="tone">Colour of a number above 0.</param>
    public static (string Id, string Words, long Count, string Tone) Line(string id, string words, long count, string tone = "plain") => (id, words, count, count > 0 ? tone : "plain");
}
