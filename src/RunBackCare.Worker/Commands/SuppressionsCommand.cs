using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Admin.Suppressed;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Commands;

/// <summary>Addresses that get no mail any more: which, why, what shows it, and the way back.</summary>
internal static class SuppressionsCommand
{
    /// <summary>Letters of the hash that are shown, and enough to name one.</summary>
    private const int Shown = 12;

    public static Command Make()
    {
        var command = new Command("suppressions", "List the addresses that are written to no more, with the reason and the evidence.") { Undo() };
        command.SetAction(async (_, cancellation) =>
        {
            await using var services = CommandServices.Build(CommandServices.AddWork);
            await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(cancellation);
            var all = await db.Suppressions.AsNoTracking().OrderByDescending(s => s.CreatedAt).ToListAsync(cancellation);
            foreach (var one in all)
            {
                var whose = one.SubscriberId is { } id ? string.Create(CultureInfo.InvariantCulture, $"subscriber {id}") : "nobody kept";
                await Console.Out.WriteLineAsync($"{Convert.ToHexStringLower(one.AddressHash)[..Shown]}  {one.CreatedAt.InUtc().Date:uuuu-MM-dd}  {one.Why}  {whose}  {one.Evidence}");
            }

            if (all.Count == 0)
            {
                await Console.Out.WriteLineAsync("None.");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Undo()
    {
        var which = new Argument<string>("ADDRESS") { Description = "The address, or the letters that the list shows for it." };
        var command = new Command("undo", "Write to an address again that a bounce ended: its person gets their plans as before.") { which };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = CommandServices.Build(services =>
            {
                CommandServices.AddWork(services);
                services.AddSingleton<LiftSuppression>();
            });
            var hash = await FindAsync(services, parsed.GetRequiredValue(which), cancellation);
            if (!await services.GetRequiredService<LiftSuppression>().RunAsync(hash, "command-line", cancellation))
            {
                throw new CommandException("They asked for it themselves: only they can take it back, by signing up again.");
            }

            await Console.Out.WriteLineAsync("Lifted: the next week that fits is planned and sent.");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<string> FindAsync(ServiceProvider services, string which, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(cancellation);
        var begins = which.Contains('@', StringComparison.Ordinal)
            ? Convert.ToHexStringLower(await services.GetRequiredService<TokenKeys>().AddressHashAsync(AddressKey.Of(which), cancellation))
            : which.ToLowerInvariant();
        var hashes = (await db.Suppressions.Select(s => s.AddressHash).ToListAsync(cancellation)).ConvertAll(Convert.ToHexStringLower);
        return hashes.FindAll(hash => hash.StartsWith(begins, StringComparison.Ordinal)) switch
        {
            [var one] => one,
            [] => throw new CommandException("No such address is suppressed: runbackcare suppressions lists those that are."),
            _ => throw new CommandException("These letters begin more than one: give more of them, or the address."),
        };
    }
}
