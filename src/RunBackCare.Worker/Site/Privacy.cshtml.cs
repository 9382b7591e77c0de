using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Site;

[AllowAnonymous]
internal sealed class PrivacyPage(IOptions<OperatorOptions> by) : PageModel
{
    /// <summary>Who answers for this installation.</summary>
    public OperatorOptions By => by.Value;
}
