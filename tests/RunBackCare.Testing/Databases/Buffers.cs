using System.Text.Json;
using Npgsql;

namespace RunBackCare.Testing.Databases;

/// <summary>What a statement costs whatever else the machine does: the pages of tables and indexes it touches, found in memory or read.</summary>
public static class Buffers
{
    /// <param name="statement">It is carried out. Of one with a part called <c>next</c>, that part counts: what it chooses, and not what is then written.</param>
    public static async Task<long> OfAsync(NpgsqlConnection connection, string statement, params IReadOnlyList<object> values)
    {
        await using var command = new NpgsqlCommand($"explain (analyze, buffers, format json) {statement}", connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var whole = plan.RootElement[0].GetProperty("Plan");
        return Touched(Part(whole, "CTE next") ?? whole);
    }

    private static long Touched(JsonElement node) => node.GetProperty("Shared Hit Blocks").GetInt64() + node.GetProperty("Shared Read Blocks").GetInt64();

    private static JsonElement? Part(JsonElement node, string name) =>
        node.TryGetProperty("Subplan Name", out var called) && called.GetString() == name ? node
        : node.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().Select(child => Part(child, name)).FirstOrDefault(found => found is not null)
        : null;
}
