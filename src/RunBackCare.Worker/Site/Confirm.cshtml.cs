using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.SignUps;

namespace RunBackCare.Worker.Site;

/// <summary>A person says yes. Looking changes nothing: scanners follow links, and their yes is nobody's.</summary>
[AllowAnonymous]
[EnableRateLimiting(PublicPosts.Policy)]
internal sealed class ConfirmPage(TokenHolder tokens, ConfirmSubscription confirm, ApplySignUp signUps, IClock clock) : PageModel
{
    /// <summary>Raised whenever the words beside the button change in meaning.</summary>
    public const int ConsentVersion = 1;

    public ConfirmStep Step { get; private set; }

    /// <summary>When the first plan comes, in the person's own time.</summary>
    public string FirstMail { get; private set; } = "";

    public async Task OnGetAsync(string token, CancellationToken cancellation)
    {
        if (await signUps.FindAsync(token, cancellation) is not null)
        {
            Step = ConfirmStep.Ask;
            return;
        }

        var subscriber = await FindAsync(token, cancellation);
        if (subscriber is { State: SubscriberState.Active or SubscriberState.Paused or SubscriberState.Held })
        {
            ShowConfirmed(subscriber);
        }
        else
        {
            Step = subscriber is { State: SubscriberState.Pending } ? ConfirmStep.Ask : ConfirmStep.Gone;
        }
    }

    public async Task OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await signUps.FindAsync(token, cancellation) is { } signUp)
        {
            await ShowAsync(await signUps.RunAsync(signUp, cancellation), () => tokens.ReadAsync(signUp.SubscriberId, cancellation));
        }
        else if (await FindAsync(token, cancellation) is { } subscriber)
        {
            await ShowAsync(await confirm.RunAsync(subscriber.Id, ConsentVersion, cancellation), () => FindAsync(token, cancellation));
        }
        else
        {
            Step = ConfirmStep.Gone;
        }
    }

    private async Task ShowAsync(ConfirmOutcome outcome, Func<Task<Subscriber?>> read)
    {
        Step = outcome switch
        {
            ConfirmOutcome.Expired => ConfirmStep.Late,
            ConfirmOutcome.Gone => ConfirmStep.Gone,
            _ => ConfirmStep.Confirmed,
        };
        if (Step is ConfirmStep.Confirmed && await read() is { } confirmed)
        {
            ShowConfirmed(confirmed);
        }
    }

    private async Task<Subscriber?> FindAsync(string token, CancellationToken cancellation) =>
        (await tokens.FindAsync(token, TokenPurpose.Confirm, cancellation))?.Subscriber;

    private void ShowConfirmed(Subscriber subscriber)
    {
        Step = ConfirmStep.Confirmed;
        FirstMail = PersonTime.Words(subscriber.NextPlanAt, subscriber.Zone, clock.GetCurrentInstant());
    }
}

internal enum ConfirmStep
{
    Ask,
    Confirmed,

    /// <summary>The link was good, but too long ago.</summary>
    Late,

    /// <summary>Foreign, too old, left or erased: the answer does not tell which.</summary>
    Gone,
}
