using System.Text;
using RunBackCare.Mail.Content;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>A copy of the shipped content that a test may spoil.</summary>
internal sealed class EditedContent : IDisposable
{
    public EditedContent()
    {
        Folder = Directory.CreateTempSubdirectory("content-").FullName;
        foreach (var file in Directory.EnumerateFiles(RepositoryLibrary.Folder))
        {
            File.Copy(file, PathOf(Path.GetFileName(file)));
        }
    }

    public string Folder { get; }

    public LibraryReading Read() => LibraryReader.Read(Folder);

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string TextOf(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Puts one text in the place of another within an item and returns the line it then begins on.</summary>
    public int Change(string file, string id, string from, string to)
    {
        var text = TextOf(file);
        var item = text.IndexOf($"- id: {id}\n", StringComparison.Ordinal);
        var at = item < 0 ? -1 : text.IndexOf(from, item, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no '{from}' in {id}");
        Write(file, text[..at] + to + text[(at + from.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    /// <summary>Gives an item one tag in place of those it has.</summary>
    public void Tag(string file, string id, string tag)
    {
        var lines = TextOf(file).Split('\n').ToList();
        var item = lines.IndexOf($"- id: {id}");
        var end = lines.FindIndex(item + 1, l => l.StartsWith("- id:", StringComparison.Ordinal));
        var old = lines.FindIndex(item, end - item, l => l.StartsWith("  tags:", StringComparison.Ordinal));
        if (old >= 0)
        {
            lines.RemoveAt(old);
        }

        lines.Insert(item + 1, $"  tags: [{tag}]");
        Write(file, string.Join('\n', lines));
    }

    /// <summary>The line an item begins on.</summary>
    public int LineOf(string file, string id) => TextOf(file).Split($"- id: {id}\n")[0].Count(c => c == '\n') + 1;

    public void Remove(string file, string id)
    {
        var text = TextOf(file);
        var from = text.IndexOf($"- id: {id}\n", StringComparison.Ordinal);
        var to = text.IndexOf("\n- id: ", from, StringComparison.Ordinal);
        Write(file, text[..from] + (to < 0 ? "" : text[(to + 1)..]));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
