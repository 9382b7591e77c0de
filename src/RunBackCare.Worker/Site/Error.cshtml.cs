using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Site;

/// <summary>What a person reads when something is missing or went wrong: what happened and what to do, no codes.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorPage : PageModel
{
    public const string Address = "/error";

    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public static int StatusOf(Exception fault) => DatabaseFault.IsAway(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>A database that is away has been told once; each visitor need not tell it again.</summary>
    public static bool IsKnown(ExceptionHandlerSuppressDiagnosticsContext context) => DatabaseFault.IsAway(context.Exception);

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show() => (Heading, Advice) = Status() switch
    {
        StatusCodes.Status400BadRequest => ("That did not work", "The form was too old or incomplete. Please go back, load the page again and send it once more."),
        StatusCodes.Status403Forbidden => ("Not for this account", "Your account may look, but not do this."),
        StatusCodes.Status404NotFound or StatusCodes.Status200OK => ("This page is not here", "The link may be incomplete: some mail programs break long ones. Please copy the whole link from your mail."),
        StatusCodes.Status429TooManyRequests => ("A little slower, please", "There were many requests from your network. Please wait a minute and try again."),
        StatusCodes.Status503ServiceUnavailable => ("Back in a moment", "We cannot reach our records just now. Nothing is lost; please try again in a few minutes."),
        _ => ("Something went wrong on our side", "It has been noted. Please try again in a few minutes."),
    };

    private int Status()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } fault)
        {
            return StatusOf(fault.Error);
        }

        return HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode ?? NotFoundHere();
    }

    // Asked for by its own address.
    private int NotFoundHere() => Response.StatusCode = StatusCodes.Status404NotFound;
}
