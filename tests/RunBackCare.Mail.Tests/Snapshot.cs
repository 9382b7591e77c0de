using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests;

/// <summary>
/// Compares what a person reads with the approved text in <c>Snapshots</c>, to the letter. <c>RUNBACKCARE_ACCEPT=1</c> writes the new
/// text, to be reviewed as a change like any other.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string actual, string name)
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests", "RunBackCare.Mail.Tests", "Snapshots", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("RUNBACKCARE_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"There is no snapshot {name}.txt yet: run the tests with RUNBACKCARE_ACCEPT=1 and review it.");
        var approved = File.ReadAllText(file);
        if (approved != actual)
        {
            Assert.Fail($"{name}.txt differs (RUNBACKCARE_ACCEPT=1 accepts).\n{Difference(approved.Split('\n'), actual.Split('\n'))}");
        }
    }

    /// <summary>The lines that differ between the common beginning and the common end, with three lines around them.</summary>
    private static string Difference(string[] approved, string[] actual)
    {
        var start = 0;
        while (start < approved.Length && start < actual.Length && approved[start] == actual[start])
        {
            start++;
        }

        var end = 0;
        while (end < approved.Length - start && end < actual.Length - start && approved[^(end + 1)] == actual[^(end + 1)])
        {
            end++;
        }

        var from = Math.Max(0, start - 3);
        return string.Join('\n',
        [
            $"from line {start + 1}:",
            .. approved[from..start].Select(l => $"  {l}"),
            .. Marked(approved[start..^end], '-'),
            .. Marked(actual[start..^end], '+'),
            .. approved[^end..].Take(3).Select(l => $"  {l}"),
        ]);
    }

    private static IEnumerable<string> Marked(string[] lines, char mark)
    {
        const int Most = 25;
        return lines.Length <= Most
            ? lines.Select(l => $"{mark} {l}")
            : [.. lines.Take(Most).Select(l => $"{mark} {l}"), $"{mark} … and {lines.Length - Most} lines more"];
    }
}
