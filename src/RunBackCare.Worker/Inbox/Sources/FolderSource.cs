using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Worker.Inbox.Forgetting;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>A folder into which something else puts messages, one a file; read ones are moved to a folder inside it.</summary>
internal sealed class FolderSource(InboxOptions options) : IMailSource, IOpenSource
{
    /// <summary>A file is a message when it has this ending, which a writer gives it last.</summary>
    public const string Ending = ".eml";

    public const string ReadFolder = "read";

    private readonly string _folder = options.Folder!;

    /// <summary>Of the present look: one file that does not let us keeps nobody's answer from being read.</summary>
    private readonly List<Exception> _faults = [];

    public string Name { get; } = "folder:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Folder!))))[..16];

    public long Numbering => 0;

    public long Newest => 0;

    public Task<IOpenSource> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(_folder, ReadFolder));
            return Task.FromResult<IOpenSource>(this);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailSourceException($"{_folder} cannot be used ({fault.GetType().Name}): see {InboxOptions.Section}:Folder.");
        }
    }

    public async IAsyncEnumerable<FoundMessage> AfterAsync(long number, Instant oldest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _faults.Clear();
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*" + Ending).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList())
        {
            if (await TryLoadAsync(file, cancellation) is { } found)
            {
                yield return found;
            }
        }

        if (_faults is [var first, ..])
        {
            throw new MailSourceException($"{_faults.Count} files in {_folder} cannot be read or moved to {ReadFolder} ({first.GetType().Name}): let the worker read and move them, or take them away.");
        }
    }

    public Task SettleAsync(FoundMessage message, CancellationToken cancellation)
    {
        try
        {
            File.Move(Path.Combine(_folder, message.Origin), Path.Combine(_folder, ReadFolder, message.Origin), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another process that reads the same folder was faster.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _faults.Add(fault);
        }

        return Task.CompletedTask;
    }

    /// <summary>A name may have been given again, so that what lies under it decides.</summary>
    public async Task ForgetAsync(IReadOnlyList<MessageToForget> messages, CancellationToken cancellation)
    {
        var keys = messages.Select(m => m.MessageKey).ToHashSet(StringComparer.Ordinal);
        var read = new DirectoryInfo(Path.Combine(_folder, ReadFolder));
        IEnumerable<FileInfo> places = messages.Any(m => m.Copies)
            ? read.EnumerateFiles("*" + Ending)
            : messages.SelectMany(m => new FileInfo[] { new(Path.Combine(read.FullName, m.Origin)), new(Path.Combine(_folder, m.Origin)) });
        foreach (var file in places.ToList())
        {
            if (await LoadAsync(file, cancellation) is { } found && keys.Contains(MessageKey.Of(IncomingReader.Read(found.Raw).Head.MessageId, found.Sha256())))
            {
                file.Delete();
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<FoundMessage?> TryLoadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return await LoadAsync(file, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _faults.Add(fault);
            return null;
        }
    }

    private async Task<FoundMessage?> LoadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = file.OpenRead();
            var raw = new byte[Math.Min(stream.Length, options.LargestBytes)];
            await stream.ReadExactlyAsync(raw, cancellation);
            return new(file.Name, null, Instant.FromDateTimeUtc(file.LastWriteTimeUtc), raw, stream.Length <= options.LargestBytes);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
