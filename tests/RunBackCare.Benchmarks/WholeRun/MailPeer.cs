using System.Globalization;
using System.Text.Json;
using RunBackCare.Testing;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>A mailer as many write it: nodemailer with a pool, and a Liquid template of about our mail's size. It keeps nothing.</summary>
internal static class MailPeer
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <returns>Null where there is no Node.js here, or its packages cannot be had.</returns>
    public static async Task<Measured?> MeasureAsync(int port, int mails, int lanes, int bytes)
    {
        var folder = Repository.File("tests", "RunBackCare.Benchmarks", "WholeRun", "Peer");
        if (Programs.Find("node") is not { } node || Programs.Find("npm") is not { } npm)
        {
            await Console.Error.WriteLineAsync("No Node.js here: nothing to compare with.");
            return null;
        }

        await using var install = await ChildProcess.StartAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder: folder);
        if (await install.Exited is not 0)
        {
            await Console.Error.WriteLineAsync($"npm ci failed: {install.Output}");
            return null;
        }

        string[] arguments = ["peer.mjs", .. new[] { port, mails, lanes, bytes }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        await using var peer = await ChildProcess.StartAsync(node, arguments, folder: folder);
        return await peer.Exited is 0 && JsonSerializer.Deserialize<Told>(peer.Output, Camel) is { } told
            ? new(mails, told.Seconds, told.ProcessorSeconds, told.PeakMegabytes)
            : throw new InvalidOperationException($"The peer failed: {peer.Output}");
    }

    private sealed record Told(double Seconds, double ProcessorSeconds, int PeakMegabytes);
}
