using Microsoft.AspNetCore.Mvc;
using NodaTime;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers.Preferences;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Site.Own;

/// <summary>All that a person told of themselves, to be changed.</summary>
internal sealed class PreferencesPage(OwnPerson people, EditPreferences edit, IClock clock) : OwnPage(people)
{
    public FilledForm Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Form = ProfileForm.Of(Person);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Form = new(await Request.ReadFormAsync(cancellation));
        if (ProfileForm.Read(Form, DocumentUse.Preview, clock.GetCurrentInstant()) is not { } draft)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Done = Words(await edit.RunAsync(PersonId, draft, Form["when"] == "now", cancellation));
        await ReadPersonAsync(cancellation);
        Form = ProfileForm.Of(Person);
        return Page();
    }

    private string Words(EditOutcome outcome) => outcome switch
    {
        { Held: true } => "Saved. What you ticked should be talked over with a clinician first, so your plan waits. Your own page says how it goes on.",
        { Weeks: > 0 } => "Saved. The rest of your week has changed; it is on its way to you.",
        _ when Form["when"] == "now" => "Saved. The days left of this week stay as they are: they fit already. It counts from your next plan.",
        _ => "Saved. It counts from your next plan.",
    };
}
