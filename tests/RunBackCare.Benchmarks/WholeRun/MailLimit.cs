using System.Diagnostics;
using System.Globalization;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>What the server takes from a client that does nothing but speak SMTP, over as many connections: Postfix's smtp-source.</summary>
internal static class MailLimit
{
    public static async Task<Measured> MeasureAsync(int port, int mails, int lanes, int bytes)
    {
        var program = Programs.Find("smtp-source") ?? throw new InvalidOperationException("smtp-source (Postfix) is not installed; deploy/test.sh installs it.");
        var clock = Stopwatch.StartNew();
        var command = string.Create(
            CultureInfo.InvariantCulture,
            $"time -p {program} -d -s {lanes} -m {mails} -l {bytes} -f plans@example.org -t runner@example.org {SmtpSink.Host}:{port}");
        await using var source = await ChildProcess.StartAsync("bash", ["-c", command]);
        if (await source.Exited is not 0 and var code)
        {
            throw new InvalidOperationException($"smtp-source ended with {code}: {source.Output}");
        }

        return new(mails, clock.Elapsed.TotalSeconds, ProcessorSeconds(source.Output), 0);
    }

    /// <summary>user and sys of <c>time -p</c>.</summary>
    private static double ProcessorSeconds(string output) => output.Split('\n')
        .Where(line => line.StartsWith("user ", StringComparison.Ordinal) || line.StartsWith("sys ", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
}
