using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Site.Own;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Site.Pain;

/// <summary>
/// One tap and one button. The link is light: it takes a number and shows what was understood of it, and nothing that was said before. Looking changes
/// nothing, since programs follow links.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(PublicPosts.Policy)]
internal sealed class PainPage(TokenHolder tokens, AnswerFromPage answers, OwnPerson people) : PageModel
{
    public PainStep Step { get; private set; }

    public FilledForm Form { get; private set; } = new();

    public ReceiptView? Receipt { get; private set; }

    public SafetyLevel? Sign { get; private set; }

    public EmergencyNumber Emergency { get; private set; } = EmergencyNumber.For(null);

    /// <summary>The score that the tap filled in; null where none was.</summary>
    public int? Score { get; private set; }

    public async Task OnGetAsync(string token, string? score, CancellationToken cancellation)
    {
        Score = Read(score);
        Form = new() { ["once"] = $"{Guid.NewGuid():n}" };
        Step = await FindAsync(token, cancellation) is null ? PainStep.Closed : PainStep.Ask;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (await FindAsync(token, cancellation) is not { } person)
        {
            Step = PainStep.Closed;
            return Page();
        }

        if (Read(Form["score"]) is not { } score)
        {
            Form.Refuse("score", "Please choose a number from 0 to 10.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var once = Guid.TryParse(Form["once"], out var sent) ? sent : Guid.NewGuid();
        if (await answers.RunAsync(person.Id, once, score.ToString(CultureInfo.InvariantCulture), cancellation) is not { } said)
        {
            Step = PainStep.NoPlan;
            return Page();
        }

        Step = PainStep.Told;
        Sign = said.Reading?.Flags.Select(f => (SafetyLevel?)f.Level).Min();
        Emergency = EmergencyNumber.For(person.Country, person.Zone);
        Receipt = await people.ReceiptAsync(person, said, cancellation);
        return Page();
    }

    private async Task<Subscriber?> FindAsync(string token, CancellationToken cancellation) =>
        await tokens.FindAsync(token, TokenPurpose.Pain, cancellation) is { Subscriber: { ErasedAt: null } person } ? person : null;

    private static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 10 ? number : null;
}

internal enum PainStep
{
    Ask,
    Told,

    /// <summary>Left, or never begun: there is no plan that it could go into.</summary>
    NoPlan,

    Closed,
}
