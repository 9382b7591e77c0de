using System.CommandLine;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Commands;

internal static class ServeCommand
{
    public static Command Make()
    {
        // Whatever follows is the host's own, such as --urls http://127.0.0.1:8080.
        var command = new Command("serve", "Run the worker: jobs, site and dashboard, until it is asked to stop.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, _) => WorkerHost.RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }
}
