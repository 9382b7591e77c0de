using System.CommandLine;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Exports;

namespace RunBackCare.Worker.Commands;

/// <summary>What an operator does at a person's word: hand over their data, or delete it.</summary>
internal static class PersonCommands
{
    public static Command MakeExport() => Make("export", "Print all that is stored about a person, as JSON.", async (services, person, cancellation) =>
    {
        var json = await services.GetRequiredService<PersonExport>().OfAsync(person, cancellation);
        await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(json.Span));
    });

    public static Command MakeErase() => Make("erase", "Delete all that is stored about a person; one last mail tells them.", async (services, person, cancellation) =>
    {
        await services.GetRequiredService<ErasePerson>().RunAsync(person, "command-line", cancellation);
        await Console.Out.WriteLineAsync("Erased. The address goes with the last mail, or within a day.");
    });

    private static Command Make(string name, string description, Func<IServiceProvider, long, CancellationToken, Task> act)
    {
        var address = new Argument<string>("ADDRESS") { Description = "The mail address of a person." };
        var command = new Command(name, description) { address };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = CommandServices.Build(CommandServices.AddWork);
            var person = await FindAsync(services, AddressKey.Of(parsed.GetRequiredValue(address)), cancellation);
            await act(services, person, cancellation);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<long> FindAsync(IServiceProvider services, string key, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(cancellation);
        return await db.Subscribers.Where(s => s.AddressKey == key && s.ErasedAt == null).Select(s => (long?)s.Id).SingleOrDefaultAsync(cancellation)
            ?? throw new CommandException("Nobody has this address: look at its spelling.");
    }
}
