using System.Collections.Immutable;
using System.Text.Json;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>Reads the facts a week was planned from, and refuses what no planner could have written.</summary>
public static class StoredFacts
{
    /// <returns>The facts; or what is wrong with them, field by field, and no facts.</returns>
    public static (Facts? Facts, ImmutableArray<ProfileFault> Faults) Read(string json)
    {
        Facts facts;
        try
        {
            facts = PlanJson.Read<Facts>(json);
        }
        catch (JsonException fault)
        {
            return (null, [new(Path(fault), What(fault))]);
        }

        var unknown = Unknown(JsonDocument.Parse(json).RootElement, JsonSerializer.SerializeToElement(facts, PlanJson.Options), "").Select(field => new ProfileFault(field, "is not a field of the facts"));
        ImmutableArray<ProfileFault> faults = [.. unknown, .. HistoryRules.Check(facts)];
        return faults.IsEmpty ? (facts, []) : (null, faults);
    }

    /// <summary>Whatever is known is written again, so what is missing then was not known.</summary>
    private static IEnumerable<string> Unknown(JsonElement stored, JsonElement known, string path) => (stored.ValueKind, known.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => stored.EnumerateObject().SelectMany(field =>
            known.TryGetProperty(field.Name, out var other) ? Unknown(field.Value, other, Inner(path, field.Name)) : [Inner(path, field.Name)]),
        (JsonValueKind.Array, JsonValueKind.Array) => stored.EnumerateArray().Zip(known.EnumerateArray()).SelectMany((pair, i) => Unknown(pair.First, pair.Second, $"{path}[{i}]")),
        _ => [],
    };

    private static string Inner(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Path(JsonException fault) => fault.Path is { Length: > 2 } path ? path[2..] : "facts";

    private static string What(JsonException fault) => fault.Message.Split(" Path: ", 2)[0];
}
