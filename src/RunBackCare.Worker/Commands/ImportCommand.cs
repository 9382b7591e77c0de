using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using RunBackCare.Worker.Subscribers.Import;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

internal static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A list of profiles in YAML, JSON or CSV." };
        var command = new Command("import", "Store people from a file: all of them, or none and why. Safe to repeat.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            await using var services = CommandServices.Build(CommandServices.AddWork);
            var now = services.GetRequiredService<IClock>().GetCurrentInstant();
            var (people, faults) = await ProfileFile.ReadAsync(path, DocumentUse.Import, now, cancellation);
            faults = faults.AddRange(ImportRules.Check(people));
            if (!faults.IsEmpty)
            {
                return await RefuseAsync(path, faults);
            }

            return await StoreAsync(services.GetRequiredService<ImportSubscribers>(), people, cancellation) switch
            {
                ImportOutcome.Refused refused => await RefuseAsync(path, refused.Faults),
                ImportOutcome.Stored stored => await SayAsync(stored),
                _ => throw new InvalidOperationException("An import stores or refuses."),
            };
        });
        return command;
    }

    private static async Task<ImportOutcome> StoreAsync(ImportSubscribers import, ImmutableArray<SubscriberDraft> people, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("Importing");
        return await import.RunAsync(people, new Shown(bar, people.Length), cancellation);
    }

    private static async Task<int> RefuseAsync(string path, IReadOnlyCollection<DocumentFault> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"{path}: {fault}");
        }

        await Console.Error.WriteLineAsync($"Nothing was stored: mend {(faults.Count == 1 ? "this" : $"these {faults.Count}")} and import again.");
        return CommandLine.Failed;
    }

    private static async Task<int> SayAsync(ImportOutcome.Stored stored)
    {
        await Console.Out.WriteLineAsync($"{stored.Added} added, {stored.Asked} asked to confirm, {stored.Updated} updated (their state, consent and hold are as they were).");
        return CommandLine.Done;
    }

    /// <summary>Reports at once, on the thread that asks: a bar drawn later would overwrite the summary.</summary>
    private sealed class Shown(ProgressBar bar, int total) : IProgress<int>
    {
        public void Report(int value) => bar.Show(value, total);
    }
}
