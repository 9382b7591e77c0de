using System.CommandLine;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning;

namespace RunBackCare.Worker.Commands;

/// <summary>What the inbox would make of a message, without a database: nothing is known of the person, and nothing is stored.</summary>
internal static class InspectCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Raw messages, as a mail program saves them.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a message." };
        var command = new Command("inspect", "Say what the inbox would make of each message: no database, nothing sent.") { files, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var inspector = new MessageInspector(CommandServices.TemplatesDirectory, SystemClock.Instance.GetCurrentInstant());
            var exit = CommandLine.Done;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                cancellation.ThrowIfCancellationRequested();
                if (await ReadAsync(file) is { } mail)
                {
                    var form = inspector.Inspect(file, mail);
                    await Console.Out.WriteLineAsync(parsed.GetValue(json) ? PlanJson.Write(form) : form.Lines());
                }
                else
                {
                    exit = CommandLine.Failed;
                }
            }

            return exit;
        });
        return command;
    }

    /// <summary>One file that cannot be opened does not keep the others from being read.</summary>
    private static async Task<IncomingMail?> ReadAsync(string file)
    {
        try
        {
            await using var raw = File.OpenRead(file);
            return IncomingReader.Read(raw);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(File.Exists(file) || Directory.Exists(file) ? $"{file} cannot be read: {fault.Message}" : $"There is no file {file}.");
            return null;
        }
    }
}
