using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.Subscribers.SignUps;

namespace RunBackCare.Worker.Site.SignUps;

/// <summary>
/// The front door: what this is, a week to look at, a short form. What should be seen by a clinician first stops here, and then nothing is stored. The
/// answer is the same for a known and an unknown address.
/// </summary>
[AllowAnonymous]
[OwnScript]
[EnableRateLimiting(PublicPosts.SignUpPolicy)]
internal sealed class SignUpPage(TakeSignUp signUps, ExampleWeek example, IClock clock) : PageModel
{
    public SignUpStep Step { get; private set; }

    public FilledForm Form { get; private set; } = new();

    /// <summary>Nothing was typed yet: what stands there is a guess.</summary>
    public bool IsFresh { get; private set; }

    public EmergencyNumber Emergency { get; private set; } = EmergencyNumber.For(null);

    public WeekView Example => example.View;

    public void OnGet() => (Form, IsFresh) = (ProfileForm.Usual(ZoneGuess.Of(Request)), true);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        Emergency = EmergencyNumber.For(Form["country"] is { Length: 2 } country ? country : null, Form["time_zone"]);
        if (Form.IsTicked("sign_now", "yes") || Form.IsTicked("sign_soon", "yes"))
        {
            Step = Form.IsTicked("sign_now", "yes") ? SignUpStep.Emergency : SignUpStep.SeenFirst;
            return Page();
        }

        var draft = ProfileForm.Read(Form, DocumentUse.Import, clock.GetCurrentInstant());
        if (!Form.IsTicked("consent", "yes"))
        {
            Form.Refuse("consent", "Please tick this if you agree: without it we may not plan for you.");
        }

        if (Form.IsTicked("screening", "under_18"))
        {
            Step = SignUpStep.Adults;
        }
        else if (Uncleared(draft))
        {
            Step = SignUpStep.Clearance;
        }
        else if (Form.IsGood && draft is not null)
        {
            await signUps.RunAsync(draft, ConfirmPage.ConsentVersion, cancellation);
            Step = SignUpStep.Sent;
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    private bool Uncleared(SubscriberDraft? draft) => draft is not null
        ? !ProfileRules.Stops(draft.Profile).IsEmpty
        : Form.All("screening").Any(name => Form[ProfileForm.ClearedField(name)].Length == 0);
}

internal enum SignUpStep
{
    Form,

    /// <summary>A sign that cannot wait: go now.</summary>
    Emergency,

    /// <summary>A sign that a doctor should look at before anything is planned.</summary>
    SeenFirst,

    /// <summary>Talk to a clinician first; the form is there for whoever has.</summary>
    Clearance,

    Adults,

    /// <summary>Look into your box, whoever you are.</summary>
    Sent,
}
