using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Scriban;

namespace RunBackCare.Mail.Templates;

/// <summary>From a folder to a set of parsed and checked templates.</summary>
internal static class TemplateFiles
{
    private const string Extension = ".scriban";
    private const int VersionLetters = 12;

    public static TemplateReading Read(string directory)
    {
        var faults = new List<TemplateFault>();
        var mails = new Dictionary<string, MailTemplates>(StringComparer.Ordinal);
        foreach (var kind in TemplateCheck.Kinds)
        {
            var folder = $"mails/{kind}";
            mails[kind] = new(
                Parse(directory, $"{folder}/subject{Extension}", faults),
                Parse(directory, $"{folder}/html{Extension}", faults),
                Parse(directory, $"{folder}/text{Extension}", faults));
        }

        faults.AddRange(Strangers(directory));
        var parts = Parts(directory).ToDictionary(p => p.Name, p => Parse(directory, p.File, faults), StringComparer.Ordinal);
        if (faults.Count > 0)
        {
            return new(faults);
        }

        var set = new TemplateSet(Version(directory), mails.ToFrozenDictionary(StringComparer.Ordinal), parts.ToFrozenDictionary(StringComparer.Ordinal));
        faults.AddRange(TemplateCheck.Faults(set));
        return faults.Count == 0 ? new(set) : new(faults);
    }

    private static string Version(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(directory, "*" + Extension, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(Path.Combine(directory, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLetters];
    }

    private static Template Parse(string directory, string file, List<TemplateFault> faults)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            faults.Add(new(file, 0, "This template is missing."));
            return Template.Parse("", file);
        }

        var template = Template.Parse(File.ReadAllText(path), file);
        faults.AddRange(template.Messages.Select(m => new TemplateFault(file, m.Span.Start.Line + 1, m.Message)));
        return template;
    }

    /// <summary>A part is included by its name without folder and extension: <c>parts/footer.html.scriban</c> is <c>footer.html</c>.</summary>
    private static IEnumerable<(string Name, string File)> Parts(string directory)
    {
        var folder = Path.Combine(directory, "parts");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), $"parts/{Path.GetFileName(f)}"))
            : [];
    }

    /// <summary>A folder no mail is made from is a misspelt one.</summary>
    private static IEnumerable<TemplateFault> Strangers(string directory)
    {
        var folder = Path.Combine(directory, "mails");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Except(TemplateCheck.Kinds, StringComparer.Ordinal)
                .Select(name => new TemplateFault($"mails/{name}", 0, $"There is no mail of this name. Mails are: {string.Join(", ", TemplateCheck.Kinds)}."))
            : [new("mails", 0, $"There is no folder \"mails\" in {directory}.")];
    }
}
