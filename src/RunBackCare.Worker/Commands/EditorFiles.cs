using RunBackCare.Mail.Content;
using RunBackCare.Mail.Templates;
using RunBackCare.Planning.Content;

namespace RunBackCare.Worker.Commands;

/// <summary>What an editor keeps, as a command needs it: sound, or the command ends with every fault.</summary>
internal sealed record EditorFiles(Library Library, TemplateSet Templates)
{
    public static string DefaultDirectory(IConfiguration configuration) =>
        configuration["RunBackCare:Templates:Directory"] is { Length: > 0 } set ? set : Path.Combine(AppContext.BaseDirectory, "templates");

    /// <exception cref="CommandException">One line a fault.</exception>
    public static EditorFiles Load(string directory)
    {
        var content = LibraryReader.Read(Path.Combine(directory, "content"));
        var templates = TemplateSet.Load(directory);
        string[] faults = [.. templates.Faults.Select(f => f.ToString()), .. content.Faults.Select(f => $"content/{f}")];
        return faults.Length == 0 ? new(content.Library!, templates.Set!) : throw new CommandException(string.Join(Environment.NewLine, faults));
    }
}
