using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RunBackCare.Worker.Site;

[AllowAnonymous]
internal sealed class IndexPage : PageModel;
