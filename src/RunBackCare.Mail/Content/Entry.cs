using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace RunBackCare.Mail.Content;

/// <summary>
/// One item of a content file, asked for its fields by name. A wrong field adds a fault with its line and reads as an empty value, so that
/// one pass finds everything an editor has to mend.
/// </summary>
internal sealed class Entry
{
    private readonly YamlMappingNode _node;
    private readonly string? _of;
    private readonly List<ContentFault> _faults;
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private Entry(YamlMappingNode node, string? of, string file, List<ContentFault> faults)
    {
        _node = node;
        _of = of;
        _faults = faults;
        File = file;
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _fields[name] = value;
            }
            else
            {
                Fault(key, "a field name must be plain text");
            }
        }
    }

    public string File { get; }

    /// <summary>The entry a node is, or none and a fault.</summary>
    /// <param name="of">ID of the item it is a part of; null for an item itself.</param>
    public static IEnumerable<Entry> Read(YamlNode node, string expected, string? of, string file, List<ContentFault> faults)
    {
        if (node is YamlMappingNode mapping)
        {
            return [new(mapping, of, file, faults)];
        }

        faults.Add(new(file, Line(node), $"must be {expected}"));
        return [];
    }

    /// <summary>Where a field stands; where the entry begins if it is absent.</summary>
    public int LineOf(string field) => Line(_fields.TryGetValue(field, out var node) ? node : _node);

    /// <summary>Text that must be there; empty after a fault.</summary>
    public string Text(string field, string example)
    {
        var text = OptionalText(field);
        if (text is null && !_fields.ContainsKey(field))
        {
            Fault(field, $"{field} is missing; add {field}: {example}");
        }

        return text ?? "";
    }

    public string? OptionalText(string field)
    {
        if (Ask(field) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return value.Trim();
        }

        Fault(node, $"{field} must be text; write it after the colon, or leave the field out");
        return null;
    }

    /// <param name="otherwise">Stands in when the field is absent; null where it must be there.</param>
    public int Number(string field, int least, int most, int? otherwise = null)
    {
        if (!_fields.ContainsKey(field) && otherwise is { } value)
        {
            return value;
        }

        var text = Text(field, $"a whole number from {least} to {most}");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        if (text.Length > 0)
        {
            Fault(field, $"{field} is '{text}'; it must be a whole number from {least} to {most}");
        }

        return least;
    }

    public bool Flag(string field)
    {
        var text = OptionalText(field);
        if (text is not (null or "true" or "false"))
        {
            Fault(field, $"{field} is '{text}'; it must be true or false");
        }

        return text == "true";
    }

    /// <summary>One word of a closed list.</summary>
    /// <param name="otherwise">Stands in when the field is absent; null where it must be there.</param>
    public T Word<T>(string field, T? otherwise = null)
        where T : struct, Enum
    {
        if (!_fields.ContainsKey(field) && otherwise is { } value)
        {
            return value;
        }

        var text = Text(field, $"one of {Words<T>.List}");
        return text.Length == 0 ? default : Known<T>(field, text, LineOf(field));
    }

    /// <summary>A list of words of a closed list, as flags.</summary>
    public T Flags<T>(string field)
        where T : struct, Enum
    {
        var all = 0;
        foreach (var (text, line) in Texts(field))
        {
            all |= Convert.ToInt32(Known<T>(field, text, line), CultureInfo.InvariantCulture);
        }

        return (T)Enum.ToObject(typeof(T), all);
    }

    /// <summary>The plain words of a list with their lines; absent is empty.</summary>
    public IEnumerable<(string Text, int Line)> Texts(string field)
    {
        switch (Ask(field))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }):
                return [.. list.Children.Select(c => (((YamlScalarNode)c).Value!, Line(c)))];
            case var node:
                Fault(node, $"{field} must be a list in square brackets, such as [one, two]");
                return [];
        }
    }

    /// <summary>The entries of a list that must be there.</summary>
    public ImmutableArray<Entry> Entries(string field, string example)
    {
        switch (Ask(field))
        {
            case YamlSequenceNode { Children.Count: > 0 } list:
                return [.. list.Children.SelectMany(c => Read(c, example, Id, File, _faults))];
            case null:
                Fault(field, $"{field} is missing; add a list such as - {example}");
                return [];
            case var node:
                Fault(node, $"{field} must be a list such as - {example}");
                return [];
        }
    }

    /// <summary>To be called when all fields have been asked for: what is left over is a slip of the pen.</summary>
    public void RefuseUnknownFields()
    {
        foreach (var (name, node) in _fields.Where(f => !_asked.Contains(f.Key)))
        {
            Fault(node, $"field '{name}' is not known here; the fields are {string.Join(", ", _asked)}");
        }
    }

    public void Fault(string field, string message) => _faults.Add(new(File, LineOf(field), Named(message)));

    public void Fault(int line, string message) => _faults.Add(new(File, line, Named(message)));

    private void Fault(YamlNode node, string message) => Fault(Line(node), message);

    private YamlNode? Ask(string field)
    {
        _asked.Add(field);
        return _fields.GetValueOrDefault(field);
    }

    private T Known<T>(string field, string text, int line)
        where T : struct, Enum
    {
        if (Words<T>.All.TryGetValue(text, out var word))
        {
            return word;
        }

        Fault(line, $"{field} has '{text}'; the words are {Words<T>.List}");
        return default;
    }

    private string? Id => _of ?? (_fields.GetValueOrDefault("id") as YamlScalarNode)?.Value;

    private string Named(string message) => string.IsNullOrEmpty(Id) ? message : $"{Id}: {message}";

    private static int Line(YamlNode node) => (int)node.Start.Line;

    /// <summary>The words of an enum as files write them: snake_case, and without the word for nothing.</summary>
    private static class Words<T>
        where T : struct, Enum
    {
        public static ImmutableSortedDictionary<string, T> All { get; } = Enum.GetValues<T>()
            .Where(v => Enum.GetName(v) != "None")
            .ToImmutableSortedDictionary(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()), v => v, StringComparer.Ordinal);

        public static string List { get; } = string.Join(", ", Enum.GetValues<T>().Where(v => Enum.GetName(v) != "None").Select(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString())));
    }
}
