using System.Collections.Immutable;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>Reads a file of profiles, whatever its form, into one node a person.</summary>
internal static class DocumentReader
{
    /// <param name="fileName">Its ending chooses the form: .json, .csv, else YAML.</param>
    /// <param name="text">The whole file.</param>
    /// <returns>A node for each person, or the one fault that keeps the text from being read at all.</returns>
    public static (ImmutableArray<DocumentNode> People, DocumentFault? Fault) Read(string fileName, string text)
    {
        try
        {
            return (Path.GetExtension(fileName).ToUpperInvariant() switch
            {
                ".JSON" => Spread(JsonDocumentReader.Read(text)),
                ".CSV" => CsvDocumentReader.Read(text),
                _ => Spread(YamlDocumentReader.Read(text)),
            }, null);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return ([], unreadable.Fault);
        }
    }

    private static ImmutableArray<DocumentNode> Spread(DocumentNode? root) => root switch
    {
        null => [],
        DocumentNode.List list => list.Items,
        _ => [root],
    };
}

/// <summary>The text is not of its form at all. Never leaves <see cref="DocumentReader"/>.</summary>
internal sealed class UnreadableDocumentException(int line, string what) : Exception(what)
{
    public DocumentFault Fault { get; } = new(line, "", what);
}
