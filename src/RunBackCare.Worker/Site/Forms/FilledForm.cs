using Microsoft.Extensions.Primitives;

namespace RunBackCare.Worker.Site.Forms;

/// <summary>What a person typed, exactly as they typed it, and what is wrong with it, beside the field it is wrong with.</summary>
internal sealed class FilledForm
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public FilledForm()
    {
    }

    public FilledForm(IFormCollection sent)
    {
        foreach (var (name, values) in sent)
        {
            _values[name] = values;
        }
    }

    public IReadOnlyDictionary<string, string> Faults => _faults;

    public bool IsGood => _faults.Count == 0;

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The first of its values; empty where nothing was typed.</summary>
    public string this[string name]
    {
        get => _values.TryGetValue(name, out var values) ? values.FirstOrDefault() ?? "" : "";
        init => _values[name] = value;
    }

    public bool IsTicked(string name, string value) => _values.TryGetValue(name, out var values) && values.Contains(value);

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    public string? FaultOf(string name) => _faults.GetValueOrDefault(name);

    public void Set(string name, params string[] values) => _values[name] = values;

    /// <summary>The first fault of a field is the one to mend.</summary>
    public void Refuse(string name, string why) => _faults.TryAdd(name, why);
}

/// <summary>One field as its partial draws it.</summary>
/// <param name="Hint">Said below the label; null for none.</param>
internal sealed record Field(FilledForm Form, string Name, string Label, string? Hint = null)
{
    public string Type { get; init; } = "text";

    public string? Autocomplete { get; init; }

    /// <summary>Such as <c>numeric</c>.</summary>
    public string? Keyboard { get; init; }

    public bool Required { get; init; }

    public int? Longest { get; init; }

    /// <summary>Of a list or of a group of ticks.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Safe in an HTML id.</summary>
    public string Id => Name.Replace('.', '-');

    public string? Fault => Form.FaultOf(Name);

    /// <summary>What a reader says with the field.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Fault is null ? null : $"{Id}-fault" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

internal sealed record Choice(string Value, string Words);
