using RunBackCare.Worker.Database;
using RunBackCare.Worker.Jobs;

namespace RunBackCare.Worker.Hosting;

/// <summary>Live: the process answers. Ready: it can plan and send.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("alive\n")).AllowAnonymous();
        endpoints.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(DatabaseWatch database, JobServers servers, CancellationToken cancellation) =>
        await database.LookAsync(cancellation) switch
        {
            { State: not SchemaState.Ready } report => NotReady(report.Detail),
            _ when !servers.Running => NotReady("The job servers are starting."),
            _ => Results.Text("ready\n"),
        };

    private static IResult NotReady(string why) => Results.Text(why + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
