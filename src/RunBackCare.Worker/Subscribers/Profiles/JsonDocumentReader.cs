using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RunBackCare.Worker.Subscribers.Profiles;

internal static class JsonDocumentReader
{
    public static DocumentNode Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 });
        var lines = new LineCounter(bytes);
        try
        {
            reader.Read();
            var root = Value(ref reader, lines);
            if (reader.Read())
            {
                throw new UnreadableDocumentException(lines.At(reader.TokenStartIndex), "one value was expected, and more follows: put the profiles into a list");
            }

            return root;
        }
        catch (JsonException wrong)
        {
            throw new UnreadableDocumentException((int)(wrong.LineNumber ?? 0) + 1, $"this is not JSON: {wrong.Message}");
        }
    }

    private static DocumentNode Value(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = ImmutableArray.CreateBuilder<DocumentNode.Entry>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.At(reader.TokenStartIndex);
                    reader.Read();
                    entries.Add(new(name, nameLine, Value(ref reader, lines)));
                }

                return new DocumentNode.Map(line, entries.ToImmutable());
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, lines));
                }

                return new DocumentNode.List(line, items.ToImmutable());
            default:
                return new DocumentNode.Scalar(line, Text(ref reader));
        }
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => reader.GetString(),
    };

    /// <summary>Line numbers for rising positions, found by walking the bytes once.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private long _position;
        private int _line = 1;

        public int At(long position)
        {
            for (; _position < position; _position++)
            {
                if (bytes[_position] == '\n')
                {
                    _line++;
                }
            }

            return _line;
        }
    }
}
