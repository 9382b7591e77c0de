using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>A file of profiles, read whole: everybody, or every fault.</summary>
internal static class ProfileFile
{
    /// <summary>Larger than any list a self-hosted installation imports at once; keeps a wrong file from filling the memory.</summary>
    private const long LargestFile = 64 * 1024 * 1024;

    public static async Task<(ImmutableArray<SubscriberDraft> People, ImmutableArray<DocumentFault> Faults)> ReadAsync(string path, DocumentUse use, Instant now, CancellationToken cancellation)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new CommandException($"There is no file {path}.");
        }

        if (file.Length > LargestFile)
        {
            throw new CommandException($"{path} is larger than {LargestFile / 1024 / 1024} MiB: split it.");
        }

        var (nodes, unreadable) = DocumentReader.Read(path, await File.ReadAllTextAsync(path, cancellation));
        if (unreadable is not null)
        {
            return ([], [unreadable]);
        }

        if (nodes.IsEmpty)
        {
            return ([], [new(1, "", "no profile stands in this file")]);
        }

        var read = nodes.Select(node => ProfileDocument.Read(node, use, now)).ToList();
        var faults = read.SelectMany(r => r.Faults).ToImmutableArray();
        return faults.IsEmpty ? ([.. read.Select(r => r.Draft!)], []) : ([], faults);
    }
}
