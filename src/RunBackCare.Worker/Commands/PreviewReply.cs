using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RunBackCare.Worker.Commands;

/// <summary>One line of a replies file: when the person wrote, and what.</summary>
internal sealed record PreviewReply(LocalDateTime Written, string Words)
{
    private static readonly ImmutableArray<LocalDateTimePattern> Moments =
        [LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.ExtendedIso];

    /// <returns>The replies in the order of their moments, or a line for each fault.</returns>
    public static (ImmutableArray<PreviewReply> Replies, ImmutableArray<string> Faults) Read(IReadOnlyList<string> lines)
    {
        var replies = ImmutableArray.CreateBuilder<PreviewReply>();
        var faults = ImmutableArray.CreateBuilder<string>();
        for (var number = 1; number <= lines.Count; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (moment, words) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : (line, "");
            if (Moments.Select(pattern => pattern.Parse(moment)).FirstOrDefault(parsed => parsed.Success) is { } written)
            {
                replies.Add(new(written.Value, words));
            }
            else
            {
                faults.Add($"line {number}: \"{moment}\" is not a local moment: write it as 2026-11-29T20:00, then a blank and the words");
            }
        }

        return ([.. replies.OrderBy(reply => reply.Written)], faults.ToImmutable());
    }
}
