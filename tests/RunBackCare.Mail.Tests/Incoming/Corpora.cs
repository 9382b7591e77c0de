using System.Text.Json;
using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>Messages that others wrote and labelled; they lie beside a checkout or not at all.</summary>
internal static class Corpora
{
    private static readonly string Folder = Repository.File("..", "shared", "corpora");

    public static void SkipWithout() => Assert.SkipUnless(Directory.Exists(Folder), "The corpora do not lie beside this checkout (../shared/corpora).");

    public static string Bounce(string file) => Path.Combine(Folder, "bounces", file);

    /// <summary>The labels of each file, in the order of its recipients.</summary>
    public static IReadOnlyList<(string File, List<BounceLabel> Labels)> Bounces() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "bounces.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .GroupBy(c => c[0], StringComparer.Ordinal)
            .Select(file => (file.Key, file.Select(c => new BounceLabel(c[2], c[4], c[5] == "1", c[6])).ToList())),
    ];

    public static IReadOnlyList<LabelledReply> Replies() =>
        [.. File.ReadLines(Path.Combine(Folder, "replies.jsonl")).Select(line => JsonSerializer.Deserialize<LabelledReply>(line, JsonSerializerOptions.Web)!)];
}

internal sealed record BounceLabel(string Status, string Reason, bool Hard, string Feedback);

internal sealed record LabelledReply(string Id, string Text, string Expect, string Match);
