namespace RunBackCare.Worker.Tests.Hosting;

/// <summary>The templates as they ship, in a folder of their own that a test may spoil.</summary>
internal sealed class TemplatesCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-templates-");

    public TemplatesCopy()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "templates");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder => _folder.FullName;

    public void Append(string file, string text) => File.AppendAllText(Path.Combine(Folder, file), text);

    public void Dispose() => _folder.Delete(recursive: true);
}
