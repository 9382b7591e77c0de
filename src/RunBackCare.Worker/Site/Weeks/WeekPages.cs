using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Site.Weeks;

/// <summary>
/// The week in a browser and in a calendar. Both only show: programs fetch links, and some fetch them every hour for years.
/// </summary>
internal static class WeekPages
{
    public const string Week = "/week/{token}";
    public const string Calendar = "/calendar/{token}.ics";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWeekPages(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Week, Reading, ShowWeekAsync).AllowAnonymous().WithMetadata(PagePolicy.Mail);
        app.MapMethods(Calendar, Reading, ShowCalendarAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowWeekAsync(string token, TokenHolder tokens, ShownWeeks weeks, CancellationToken cancellation) =>
        await tokens.FindAsync(token, TokenPurpose.Week, cancellation) is { Subscriber: { } person, Token.Week: var monday }
        && await weeks.PageAsync(person, monday, cancellation) is { } page
            ? Results.Content(page, "text/html", Encoding.UTF8)
            : Results.NotFound();

    private static async Task<IResult> ShowCalendarAsync(string token, TokenHolder tokens, ShownWeeks weeks, HttpResponse response, CancellationToken cancellation)
    {
        if (await tokens.FindAsync(token, TokenPurpose.Calendar, cancellation) is not { Subscriber: { } person })
        {
            return Results.NotFound();
        }

        var calendar = Encoding.UTF8.GetBytes(await weeks.CalendarAsync(person, cancellation));

        // Asked for again and again: the same weeks cost one line.
        response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(calendar, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(calendar).AsSpan(0, 16))}\""));
    }
}
