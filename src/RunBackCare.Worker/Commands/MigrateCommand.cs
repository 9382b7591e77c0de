using System.CommandLine;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Commands;

internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Bring the database up to date: our tables, Hangfire's, and the first signing key. Safe to repeat.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var services = CommandServices.Build(services => services.AddDatabase(CommandServices.Configuration));
            await services.GetRequiredService<DatabaseMigration>().RunAsync(cancellation);
            await Console.Error.WriteLineAsync("The database is up to date.");
            return CommandLine.Done;
        });
        return command;
    }
}
