using System.Globalization;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>What another process has used so far, as the kernel counts it.</summary>
internal static class ProcessMeter
{
    private const double TicksASecond = 100;

    /// <summary>Seconds of processor time, its own and the kernel's for it; with those of children that have ended.</summary>
    public static double ProcessorSeconds(int id)
    {
        // The name in brackets may hold blanks; fields are counted after it. utime is the 14th of all, that is the 12th from there.
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>The same of a server and all the processes it started, those that have ended too.</summary>
    public static double ServerProcessorSeconds(int id) => ProcessorSeconds(id) + File.ReadAllText($"/proc/{id}/task/{id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Sum(child => ProcessorSeconds(int.Parse(child, CultureInfo.InvariantCulture)));

    /// <summary>The most memory it held at once, in MiB.</summary>
    public static int PeakMegabytes(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
