using Xunit;

namespace RunBackCare.Testing;

/// <summary>
/// Compares what a person reads with an approved text of the repository, to the letter. <c>RUNBACKCARE_ACCEPT=1</c> writes the new text,
/// to be reviewed as a change like any other.
/// </summary>
public static class ApprovedText
{
    /// <param name="path">The approved file, from the repository's root.</param>
    public static void Matches(string actual, params ReadOnlySpan<string> path)
    {
        var file = Repository.File(path);
        var name = path[^1];
        if (Environment.GetEnvironmentVariable("RUNBACKCARE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"There is no snapshot {name} yet: run the tests with RUNBACKCARE_ACCEPT=1 and review it.");
        var approved = File.ReadAllText(file);
        if (approved != actual)
        {
            Assert.Fail($"{name} differs (RUNBACKCARE_ACCEPT=1 accepts).\n{Difference(approved.Split('\n'), actual.Split('\n'))}");
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
