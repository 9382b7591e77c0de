using System.CommandLine;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Commands;

/// <summary>An editor's check before anything reaches anyone: every template and content file, with the worst data there can be.</summary>
internal static class CheckTemplatesCommand
{
    public static Command Make()
    {
        var directory = new Argument<string?>("DIR") { Description = "The templates folder; the default is the one in use.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check-templates", "Parse and render every template and content file; name file and line of each fault.") { directory };
        command.SetAction(async (parsed, _) =>
        {
            var folder = parsed.GetValue(directory) ?? CommandServices.TemplatesDirectory;
            if (!Directory.Exists(folder))
            {
                throw new CommandException($"There is no folder {folder}.");
            }

            var loaded = LoadedTemplates.Load(folder);
            await Console.Out.WriteLineAsync($"All templates render, and {loaded.Library.All.Count()} pieces of content are sound (version {loaded.Library.Version}).");
            return CommandLine.Done;
        });
        return command;
    }
}
