using System.Text;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Site;

namespace RunBackCare.Worker.Admin.People;

/// <summary>The HTML of a mail as a page of its own: it brings its own style, which no page of ours may.</summary>
internal static class LetterPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLetters(this IEndpointRouteBuilder app) =>
        app.MapMethods($"{Dashboard.Path}/letters/{{id:guid}}/html", Reading, ShowAsync).RequireAuthorization(AdminAccess.Policy).WithMetadata(PagePolicy.Mail);

    /// <returns>Null where the mail, its person or its alert is no longer there.</returns>
    public static async Task<WrittenLetter?> WriteAsync(RunBackCareDb db, ILetterWriter writer, Guid id, CancellationToken cancellation) =>
        await db.Outbox.Where(m => m.Id == id).AsClaimed().SingleOrDefaultAsync(cancellation) is { } mail
            ? await writer.WriteAsync(mail, cancellation)
            : null;

    private static async Task<IResult> ShowAsync(Guid id, RunBackCareDb db, ILetterWriter writer, CancellationToken cancellation) =>
        await WriteAsync(db, writer, id, cancellation) is WrittenLetter.Ready { Letter.Message.HtmlBody: { } html }
            ? Results.Content(html, "text/html", Encoding.UTF8)
            : Results.NotFound();
}
