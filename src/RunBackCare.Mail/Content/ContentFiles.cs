using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace RunBackCare.Mail.Content;

/// <summary>The content files, and what they are as one.</summary>
internal static class ContentFiles
{
    public const string Exercises = "exercises.yaml";
    public const string WarmUps = "warmups.yaml";
    public const string Stretches = "stretches.yaml";
    public const string Rolls = "rolls.yaml";
    public const string Swaps = "swaps.yaml";
    public const string Cues = "cues.yaml";
    public const string Lessons = "lessons.yaml";
    public const string Evidence = "evidence.yaml";
    public const string Notes = "notes.yaml";

    public static ImmutableArray<string> Names { get; } = [Exercises, WarmUps, Stretches, Rolls, Swaps, Cues, Lessons, Evidence, Notes];

    /// <summary>A misspelt file name would otherwise be passed over in silence, and its edits with it.</summary>
    public static IEnumerable<ContentFault> Strangers(string directory) =>
        from path in Directory.EnumerateFiles(directory)
        let name = Path.GetFileName(path)
        where Path.GetExtension(name).ToUpperInvariant() is ".YAML" or ".YML" && !Names.Contains(name)
        select new ContentFault(name, 0, $"is not a content file; the names are {string.Join(", ", Names)}");

    /// <summary>Short hash of all files. Line ends and a byte order mark do not count: a checkout on another system is the same library.</summary>
    public static string Version(IEnumerable<ContentFile> files)
    {
        var all = new StringBuilder();
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            all.Append(file.Name).Append('\n').Append(file.Text).Append('\0');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..12];
    }
}
