using System.CommandLine;
using RunBackCare.Worker.Jobs;

namespace RunBackCare.Worker.Commands;

/// <summary>The command <c>runbackcare</c>: exit code 0 done, 1 something failed and was said, 2 bad arguments.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadArguments = 2;

    /// <summary>Longer than the worker itself takes to stop: cut short, it would leave mails in hand whose fate nobody knows.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2 * JobsOptions.MostSecondsToStop);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("RunBackCare: a weekly running plan by mail, for people with a sore back.")
        {
            ServeCommand.Make(),
            MigrateCommand.Make(),
            ImportCommand.Make(),
            RunDueCommand.Make(),
            PreviewCommand.Make(),
            ReplayCommand.Make(),
            DoctorCommand.Make(),
            PersonCommands.MakeExport(),
            PersonCommands.MakeErase(),
            ReplyCommand.Make(),
            SuppressionsCommand.Make(),
            InspectCommand.Make(),
            CheckTemplatesCommand.Make(),
            AdminCommand.Make(),
        };
        var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} See runbackcare {parsed.CommandResult.Command.Name} --help.".Replace("runbackcare runbackcare", "runbackcare", StringComparison.Ordinal));
            return BadArguments;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop });
        }
        catch (Exception fault) when (Explanation.Of(fault) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return Failed;
        }
    }
}
