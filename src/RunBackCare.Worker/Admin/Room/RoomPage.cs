using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RunBackCare.Worker.Admin.Room;

/// <summary>
/// A page of the control room. Everybody with a login may look; whatever is posted is for admins, unless a handler says that it only asks.
/// </summary>
[Authorize(AdminAccess.Policy)]
internal abstract class RoomPage : PageModel
{
    /// <summary>Under which the layout finds what the last form did, in one sentence; shown once.</summary>
    public const string SaidKey = "said";

    public bool MayAct => AdminAccess.MayAct(User);

    /// <summary>Under which name an action is kept.</summary>
    protected string Actor => User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var looks = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);
        var asks = context.HandlerMethod?.MethodInfo.IsDefined(typeof(OnlyAsksAttribute), inherit: false) == true;
        if (!looks && !asks && !MayAct)
        {
            context.Result = new ForbidResult();
        }
    }

    /// <summary>Back to the page, so that reloading it does nothing a second time.</summary>
    protected IActionResult Done(string said)
    {
        TempData[SaidKey] = said;
        return Redirect($"{Request.PathBase}{Request.Path}");
    }
}

/// <summary>A form that is posted only to keep its words out of addresses and histories: it changes nothing, and viewers may use it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnlyAsksAttribute : Attribute;
