using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RunBackCare.Worker.Subscribers.Profiles;

internal static class YamlDocumentReader
{
    /// <summary>Deeper than any profile; keeps a hostile file from exhausting the stack.</summary>
    private const int DeepestNesting = 16;

    public static DocumentNode? Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count switch
            {
                0 => null,
                1 => Convert(stream.Documents[0].RootNode, 0),
                _ => new DocumentNode.List(1, [.. stream.Documents.Select(d => Convert(d.RootNode, 0))]),
            };
        }
        catch (YamlException wrong)
        {
            throw new UnreadableDocumentException((int)wrong.Start.Line, $"this is not YAML: {wrong.Message}");
        }
    }

    private static DocumentNode Convert(YamlNode node, int depth)
    {
        var line = (int)node.Start.Line;
        if (depth > DeepestNesting)
        {
            throw new UnreadableDocumentException(line, "nested too deep for a profile");
        }

        return node switch
        {
            YamlMappingNode map => new DocumentNode.Map(line, [.. map.Children.Select(c => Entry(c.Key, c.Value, depth))]),
            YamlSequenceNode list => new DocumentNode.List(line, [.. list.Children.Select(c => Convert(c, depth + 1))]),
            YamlScalarNode scalar => new DocumentNode.Scalar(line, IsNull(scalar) ? null : scalar.Value),
            _ => throw new UnreadableDocumentException(line, "aliases are not read here: write the value out"),
        };
    }

    private static DocumentNode.Entry Entry(YamlNode key, YamlNode value, int depth) =>
        key is YamlScalarNode { Value: { } name }
            ? new(name, (int)key.Start.Line, Convert(value, depth + 1))
            : throw new UnreadableDocumentException((int)key.Start.Line, "a field's name must be a word");

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" && scalar.Style == ScalarStyle.Plain;
}
