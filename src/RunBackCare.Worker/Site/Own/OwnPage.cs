using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using RunBackCare.Worker.Site.Door;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Site.Own;

/// <summary>A page of a person's own: only their cookie opens it.</summary>
[Authorize(Policy = OwnAccess.Policy)]
[EnableRateLimiting(PublicPosts.Policy)]
internal abstract class OwnPage(OwnPerson people) : PageModel
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Subscriber Person { get; private set; } = null!;

    /// <summary>What was just done, in a sentence; null where nothing was.</summary>
    public string? Done { get; protected set; }

    public bool GetsPlans => Person.State is SubscriberState.Active or SubscriberState.Paused or SubscriberState.Held;

    protected long PersonId => OwnAccess.IdOf(User);

    /// <summary>Such as <c>Monday 30 November</c>.</summary>
    public static string Day(LocalDate day) => day.ToString("dddd d MMMM", English);

    public static string ShortDay(LocalDate day) => day.ToString("d MMM", English);

    protected async Task ReadPersonAsync(CancellationToken cancellation) => Person = await people.ReadAsync(PersonId, cancellation);
}
