using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Site;

/// <summary>
/// The way out. Mail programs post here for the person (RFC 8058), without cookie, login or our form's token, so none is asked for: the
/// link itself is the proof. Scanners follow links, so looking changes nothing. Every answer is 200.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(PublicPosts.LeavePolicy)]
internal sealed class LeavePage(TokenHolder tokens, LeaveList leave) : PageModel
{
    public LeaveStep Step { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellation) =>
        Step = await tokens.FindAsync(token, TokenPurpose.Leave, cancellation) switch
        {
            null or { Subscriber: null } => LeaveStep.NothingKept,
            { Subscriber.State: SubscriberState.Left or SubscriberState.Suppressed } => LeaveStep.Left,
            _ => LeaveStep.Ask,
        };

    public async Task OnPostAsync(string token, CancellationToken cancellation) =>
        Step = await tokens.FindAsync(token, TokenPurpose.Leave, cancellation) is { Subscriber: { } subscriber }
            && await leave.RunAsync(subscriber.Id, "subscriber", cancellation) is not LeaveOutcome.Unknown
                ? LeaveStep.Left
                : LeaveStep.NothingKept;
}

internal enum LeaveStep
{
    Ask,
    Left,

    /// <summary>Erased, or a link that was never ours: the answer does not tell which.</summary>
    NothingKept,
}
