using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>
/// Takes the fields of one map by name, each as a value or a fault that says what to put there. Every fault is collected, none thrown,
/// so that one reading tells all. A field that nobody took is unknown: <see cref="Finish"/> names it.
/// </summary>
internal sealed class MapReader
{
    private readonly string _path;
    private readonly int _line;
    private readonly List<DocumentFault> _faults;
    private readonly Dictionary<string, DocumentNode.Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public MapReader(DocumentNode.Map map, string path, List<DocumentFault> faults)
    {
        _path = path;
        _line = map.Line;
        _faults = faults;
        foreach (var entry in map.Entries)
        {
            if (!_entries.TryAdd(entry.Name, entry))
            {
                faults.Add(new(entry.Line, Path(entry.Name), "is given twice"));
            }
        }
    }

    public bool Has(string name) => Take(name) is not null;

    public int LineOf(string name) => _entries.TryGetValue(name, out var entry) ? entry.Line : _line;

    public void Fault(string name, string what) => _faults.Add(new(LineOf(name), Path(name), what));

    public string? Text(string name) => Take(name) switch
    {
        null => null,
        DocumentNode.Scalar scalar => scalar.Text,
        _ => Refuse<string>(name, "must be one value"),
    };

    public string RequiredText(string name, string example) => Text(name) is { Length: > 0 } text ? text : Missing(name, example) ?? "";

    public decimal? Number(string name, string example) => Scalar<decimal>(name, example, text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public int? Whole(string name, string example) => Scalar<int>(name, example, text => ParseWhole(text));

    public bool? YesNo(string name) => Scalar<bool>(name, "true or false", text => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" => true,
        "FALSE" or "NO" => false,
        _ => null,
    });

    public LocalDate? Day(string name) => Scalar<LocalDate>(name, "a date such as 2026-01-10", text => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null);

    public LocalTime? Time(string name) => Scalar<LocalTime>(name, "a time of day such as 17:00", text => LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text) is { Success: true, Value: var time } ? time : null);

    public Instant? Moment(string name) => Scalar<Instant>(name, "a moment such as 2026-11-20T09:00:00Z", text =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } ? moment.ToInstant() : null);

    public IsoDayOfWeek? Weekday(string name) => Scalar<IsoDayOfWeek>(name, "a weekday such as sat", ParseWeekday);

    /// <summary>One of an enum's names, written in snake_case.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Scalar(name, $"one of {Words<T>()}", ParseWord<T>);

    public ImmutableArray<T> WordList<T>(string name)
        where T : struct, Enum
    {
        var words = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(name))
        {
            if (item is DocumentNode.Scalar { Text: { } text } && ParseWord<T>(text) is { } word)
            {
                if (words.Contains(word))
                {
                    _faults.Add(new(item.Line, Path(name), $"names {text} twice"));
                }

                words.Add(word);
            }
            else
            {
                _faults.Add(new(item.Line, Path(name), $"{Shown(item)} is not one of {Words<T>()}"));
            }
        }

        return words.ToImmutable();
    }

    public ImmutableArray<DocumentNode> Items(string name) => Take(name) switch
    {
        null or DocumentNode.Scalar { Text: null } => [],
        DocumentNode.List list => list.Items,
        _ => Refuse<DocumentNode[]>(name, "must be a list, such as [grass, road]")?.ToImmutableArray() ?? [],
    };

    public MapReader? Map(string name) => Take(name) switch
    {
        null or DocumentNode.Scalar { Text: null } => null,
        DocumentNode.Map map => new(map, Path(name), _faults),
        _ => Refuse<MapReader>(name, "must hold fields of its own"),
    };

    /// <summary>The fields of a map whose names are free, such as weekdays.</summary>
    public IEnumerable<(string Name, MapReader Reader)> FreeNames() => _entries.Keys.ToList().Select(name => (name, this));

    /// <summary>Reports every field that nobody took.</summary>
    public void Finish()
    {
        foreach (var entry in _entries.Values.Where(e => !_known.Contains(e.Name)))
        {
            var near = _known.MinBy(k => Distance(k, entry.Name));
            var hint = near is not null && Distance(near, entry.Name) <= 3 ? $": did you mean {near}?" : $": known here are {string.Join(", ", _known.Order(StringComparer.Ordinal))}";
            _faults.Add(new(entry.Line, Path(entry.Name), $"is not a field{hint}"));
        }
    }

    public static IsoDayOfWeek? ParseWeekday(string text)
    {
        var start = text.Trim();
        var found = Enumerable.Range(1, 7).Select(n => (IsoDayOfWeek)n).Where(d => start.Length >= 3 && d.ToString().StartsWith(start, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var day] ? day : null;
    }

    private static int? ParseWhole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? ParseWord<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(WordOf(value), text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static string Words<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(WordOf));

    private static string WordOf<T>(T value)
        where T : struct, Enum =>
        value switch
        {
            Planning.Runners.Units.Kilometres => "km",
            Planning.Runners.Units.Miles => "mi",
            Planning.Runners.Screening.Under18 => "under_18",
            _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()),
        };

    /// <summary>Edit distance, for "did you mean".</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static string Shown(DocumentNode node) => node is DocumentNode.Scalar { Text: { } text } ? $"\"{Shortened(text)}\"" : "this";

    private static string Shortened(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 40 ? line : line[..40] + "…";
    }

    private T? Scalar<T>(string name, string example, Func<string, T?> parse)
        where T : struct
    {
        switch (Take(name))
        {
            case null or DocumentNode.Scalar { Text: null }:
                return null;
            case DocumentNode.Scalar { Text: { } text }:
                if (parse(text.Trim()) is { } value)
                {
                    return value;
                }

                Fault(name, $"\"{Shortened(text)}\" cannot be read: write {example}");
                return null;
            default:
                Fault(name, $"must be one value: {example}");
                return null;
        }
    }

    private DocumentNode? Take(string name)
    {
        _known.Add(name);
        return _entries.TryGetValue(name, out var entry) ? entry.Value : null;
    }

    private T? Refuse<T>(string name, string what)
        where T : class
    {
        Fault(name, what);
        return null;
    }

    private string? Missing(string name, string example) => Refuse<string>(name, $"is missing: write {example}");

    private string Path(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
