using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Commands;

/// <summary>What the worker's jobs do, once, for everybody who is due.</summary>
internal static class RunDueCommand
{
    public static Command Make()
    {
        var at = new Option<string?>("--at") { Description = "Plan as if it were this moment, such as 2026-11-29T16:00:00Z." };
        at.Check(text => Moment(text) is not null, "is not a moment written as 2026-11-29T16:00:00Z");
        var command = new Command("run-due", "Plan and deliver what is due, then end.") { at };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = CommandServices.Build(services =>
            {
                if (parsed.GetValue(at) is { } text)
                {
                    services.AddSingleton<IClock>(new StartedClock(Moment(text)!.Value, SystemClock.Instance));
                }

                CommandServices.AddWork(services);
            });
            return await RunAsync(services, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ServiceProvider services, CancellationToken cancellation)
    {
        List<string> faults = [];
        var planned = await PlanAsync(services, faults, cancellation);
        var sent = await SendAsync(services, faults, cancellation);
        await Console.Out.WriteLineAsync($"{planned.Planned} planned, {planned.Failed} failed; {sent}.");
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        return faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<PlanningOutcome> PlanAsync(ServiceProvider services, List<string> faults, CancellationToken cancellation)
    {
        using var progress = new DueProgress(services.GetRequiredService<NpgsqlDataSource>(), "Planning", counts => counts.Due);
        try
        {
            return await services.GetRequiredService<PlanDueWeeks>().RunAsync(cancellation);
        }
        catch (PlanningFaults some)
        {
            // Everybody else was planned for: their mails still go out.
            faults.Add(some.Message);
            return some.Outcome;
        }
    }

    private static async Task<DeliveryOutcome> SendAsync(ServiceProvider services, List<string> faults, CancellationToken cancellation)
    {
        using var progress = new DueProgress(services.GetRequiredService<NpgsqlDataSource>(), "Sending", counts => counts.Queued + counts.Sending);
        var sent = DeliveryOutcome.None;
        try
        {
            do
            {
                sent += await services.GetRequiredService<SendQueuedMail>().RunAsync(cancellation);
            }
            while (sent.MoreWaiting);
        }
        catch (MailServerException trouble)
        {
            sent += trouble.Outcome;
            faults.Add(trouble.Message);
        }

        return sent;
    }

    private static Instant? Moment(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } ? moment.ToInstant() : null;

    /// <summary>Time that goes on from a given moment.</summary>
    private sealed class StartedClock(Instant start, IClock real) : IClock
    {
        private readonly Instant _began = real.GetCurrentInstant();

        public Instant GetCurrentInstant() => start + (real.GetCurrentInstant() - _began);
    }
}
