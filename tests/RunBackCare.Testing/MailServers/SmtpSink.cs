using System.Collections.Immutable;
using RunBackCare.Testing.Processes;
using Xunit;

namespace RunBackCare.Testing.MailServers;

/// <summary>
/// Postfix's smtp-sink: a real SMTP server on a loopback port that keeps every mail with its envelope and can be told to misbehave.
/// It knows neither TLS nor passwords.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private const string Program = "smtp-sink";
    private const int Attempts = 5;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-sink-");
    private ChildProcess? _process;

    private SmtpSink()
    {
        if (Environment.IsPrivilegedProcess)
        {
            // As root the sink becomes nobody, who must be able to write here.
            Folders.LetEveryoneWrite(_folder.FullName);
        }
    }

    public static string Host => "127.0.0.1";

    public int Port { get; private set; }

    /// <summary>Every mail taken so far, oldest first. A mail stands here before its sender reads 250.</summary>
    public ImmutableArray<SinkMail> Mails => [.. FinishedFiles().Select(file => SinkMail.Parse(File.ReadAllBytes(file.FullName)))];

    /// <summary>How many mails were taken so far; cheaper than reading them.</summary>
    public int Count => FinishedFiles().Count();

    /// <summary>When each mail was whole here, in order, by the file that the sink wrote; and to which domain it went.</summary>
    public ImmutableArray<(DateTime At, string Domain)> Arrivals =>
        [.. FinishedFiles().Select(file => (file.LastWriteTimeUtc, SinkMail.Parse(File.ReadAllBytes(file.FullName)).Recipients.Single().Split('@')[1]))];

    public static void SkipUnlessInstalled() =>
        Assert.SkipUnless(Programs.Find(Program) is not null, "smtp-sink (Postfix) is not installed; deploy/test.sh installs it.");

    public static async Task<SmtpSink> StartAsync(SinkBehaviour? behaviour = null)
    {
        SkipUnlessInstalled();
        var sink = new SmtpSink();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            sink.Port = Ports.Free();
            if (await sink.TryListenAsync(behaviour ?? SinkBehaviour.TakesEverything))
            {
                return sink;
            }
        }

        throw new InvalidOperationException($"smtp-sink did not start: {sink._process?.Output}");
    }

    /// <summary>From now on it answers like this, on the same port, with the mails it has. Open connections are cut.</summary>
    public async Task BehaveAsync(SinkBehaviour behaviour)
    {
        await StopAsync();
        if (!await TryListenAsync(behaviour))
        {
            throw new InvalidOperationException($"smtp-sink did not start again: {_process?.Output}");
        }
    }

    /// <summary>Nobody listens any more; <see cref="BehaveAsync"/> brings it back.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        // Frozen first, so that what it was still writing is known: half a mail is no mail.
        await _process.FreezeAsync();
        var unfinished = OpenFiles();
        await _process.DisposeAsync();
        foreach (var file in unfinished.Where(file => Path.GetDirectoryName(file) == _folder.FullName))
        {
            File.Delete(file);
        }

        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> TryListenAsync(SinkBehaviour behaviour)
    {
        // Root opens the port, then locks itself into the folder and becomes nobody; others write where they may.
        string[] place = (behaviour.Forgets, Environment.IsPrivilegedProcess) switch
        {
            (true, true) => ["-u", "nobody"],
            (true, false) => [],
            (false, true) => ["-u", "nobody", "-R", _folder.FullName, "-d", "mail."],
            (false, false) => ["-d", Path.Combine(_folder.FullName, "mail.")],
        };
        _process = await ChildProcess.StartAsync(Programs.Find(Program)!, [.. place, .. behaviour.Arguments(), $"{Host}:{Port}", "200"]);
        while (!_process.Exited.IsCompleted)
        {
            if (await Ports.AnswersAsync(Port))
            {
                return true;
            }

            await Task.Delay(20);
        }

        return false;
    }

    /// <summary>Listed before asking what is still being written: a file that is closed then is whole.</summary>
    private IEnumerable<FileInfo> FinishedFiles()
    {
        var files = _folder.GetFiles();
        var open = OpenFiles();
        return files.Where(file => file.Exists && !open.Contains(file.FullName)).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal);
    }

    private HashSet<string> OpenFiles()
    {
        if (_process is null || _process.Exited.IsCompleted)
        {
            return [];
        }

        try
        {
            return new DirectoryInfo($"/proc/{_process.Id}/fd").GetFileSystemInfos()
                .Select(descriptor => descriptor.LinkTarget ?? "")
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (DirectoryNotFoundException)
        {
            // It ended meanwhile, and closed its files.
            return [];
        }
    }
}
