using System.CommandLine;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Commands;

/// <summary>A person's answer without a mail program: a real reply to their latest mail, put where the worker looks for answers.</summary>
internal static class ReplyCommand
{
    public static Command Make()
    {
        var address = new Argument<string>("ADDRESS") { Description = "Of somebody who has had a mail." };
        var text = new Argument<string>("TEXT") { Description = "What they answer, such as \"2, all done\"." };
        var command = new Command("reply", "Answer a person's latest mail in their name, where answers arrive in a folder.") { address, text };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = CommandServices.Build(services =>
            {
                CommandServices.AddWork(services);
                services.AddInbox(CommandServices.Configuration);
            });
            var file = await services.GetRequiredService<DropReply>().RunAsync(parsed.GetRequiredValue(address), parsed.GetRequiredValue(text), cancellation);
            await Console.Out.WriteLineAsync($"{file} lies in the inbox; a running worker reads it within a minute and answers.");
            return CommandLine.Done;
        });
        return command;
    }
}
