using System.CommandLine;
using System.Net;
using RunBackCare.Worker.Doctor;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Commands;

/// <summary>Looks at everything that has to be right before mails arrive: changes nothing, sends nothing.</summary>
internal static class DoctorCommand
{
    private const int DnsPort = 53;

    public static Command Make()
    {
        var dns = new Option<string?>("--dns") { Description = "Name server to ask, such as 9.9.9.9 or 127.0.0.1:5353; the system's own otherwise." };
        dns.Check(text => ServerOf(text) is not null, "is no address of a name server, such as 9.9.9.9 or 127.0.0.1:5353");
        var sendsFrom = new Option<string?>("--sends-from") { Description = "Address under which receivers see your mail; the SMTP server's own otherwise." };
        sendsFrom.Check(text => IPAddress.TryParse(text, out _), "is no IP address, such as 192.0.2.10");
        var selector = new Option<string?>("--dkim-selector") { Description = "Under which your mail server signs, where RunBackCare does not sign itself." };
        var command = new Command("doctor", "Check configuration, database, mail servers and DNS, and say what to do.") { dns, sendsFrom, selector };
        command.SetAction(async (parsed, cancellation) =>
        {
            var findings = await ExamineAsync(
                new(
                    parsed.GetValue(dns) is { } server ? ServerOf(server) : null,
                    parsed.GetValue(sendsFrom) is { } address ? IPAddress.Parse(address) : null,
                    parsed.GetValue(selector)),
                cancellation);
            foreach (var finding in findings)
            {
                await Console.Out.WriteLineAsync($"{finding.Verdict.ToString().ToLowerInvariant(),-8} {finding.Part,-14} {finding.What}{(finding.Remedy is null ? "" : $" → {finding.Remedy}")}");
            }

            return findings.Any(finding => finding.Verdict == Verdict.Error) ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(Told told, CancellationToken cancellation)
    {
        try
        {
            // As serve builds it, so that what is found here is what would stop it; nothing of it is started.
            await using var worker = WorkerHost.Build([], builder => builder.Services.AddDoctor());
            return await worker.Services.GetRequiredService<Examination>().RunAsync(told, cancellation);
        }
        catch (SettingsException wrong)
        {
            return [.. wrong.Faults.Select(fault => Finding.Error("configuration", $"{fault.TrimEnd('.')}.", "Correct it and run doctor again: nothing else can be looked at before."))];
        }
    }

    private static IPEndPoint? ServerOf(string text) => IPEndPoint.TryParse(text, out var server) ? new(server.Address, server.Port == 0 ? DnsPort : server.Port) : null;
}
