using System.CommandLine;
using System.Globalization;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Commands;

/// <summary>Proof that a stored week follows from its stored facts.</summary>
internal static class ReplayCommand
{
    public static Command Make()
    {
        var week = new Argument<string>("WEEK-ID") { Description = "Number of a stored week." };
        var command = new Command("replay", "Plan a stored week again from its facts and policy, and say whether it is the same.") { week };
        command.Validators.Add(result =>
        {
            if (result.GetValue(week) is { } text && !long.TryParse(text, CultureInfo.InvariantCulture, out _))
            {
                result.AddError($"{text} is not the number of a week.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = CommandServices.Build(CommandServices.AddWork);
            var outcome = await services.GetRequiredService<Replay>().RunAsync(long.Parse(parsed.GetRequiredValue(week), CultureInfo.InvariantCulture), cancellation);
            switch (outcome)
            {
                case ReplayOutcome.Same:
                    await Console.Out.WriteLineAsync("same");
                    return CommandLine.Done;
                case ReplayOutcome.Different different:
                    await Console.Out.WriteLineAsync($"different: {different.Field} was {different.Stored} and is now {different.Now}");
                    return CommandLine.Failed;
                default:
                    await Console.Out.WriteLineAsync($"cannot: {((ReplayOutcome.Cannot)outcome).Why}");
                    return CommandLine.Failed;
            }
        });
        return command;
    }
}
