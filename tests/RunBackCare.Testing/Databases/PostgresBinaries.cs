using System.Globalization;

namespace RunBackCare.Testing.Databases;

/// <summary>Finds PostgreSQL's programs; no server needs to run.</summary>
public static class PostgresBinaries
{
    public const int OldestVersion = 15;

    /// <summary>The folder that holds <c>initdb</c>, newest version first; null where PostgreSQL 15 or newer is not installed.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .Select(folder => (Version: VersionOf(folder), Bin: Path.Combine(folder, "bin")))
                .Where(found => found.Version >= OldestVersion && File.Exists(Path.Combine(found.Bin, "initdb")))
                .OrderByDescending(found => found.Version)
                .Select(found => found.Bin)
                .FirstOrDefault()
            : null;

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
