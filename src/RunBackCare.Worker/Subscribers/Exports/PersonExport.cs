using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers.Exports;

/// <summary>
/// All that is stored about a person, as JSON. It asks the model which tables have a subscriber, so a table that is added later is in it without
/// anybody thinking of it.
/// </summary>
internal sealed class PersonExport(NpgsqlDataSource database, IDbContextFactory<RunBackCareDb> contexts, IClock clock)
{
    private const string Owner = "subscriber_id";

    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <returns>UTF-8; with no rows where there is no such person.</returns>
    public async Task<ReadOnlyMemory<byte>> OfAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("exported_at", InstantPattern.General.Format(clock.GetCurrentInstant()));
            foreach (var table in await TablesAsync(cancellation))
            {
                json.WritePropertyName(table.Name);
                json.WriteStartArray();
                await WriteRowsAsync(json, connection, table, subscriberId, cancellation);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private async Task<IReadOnlyList<PersonTable>> TablesAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return [.. db.Model.GetEntityTypes().Select(Table).OfType<PersonTable>().OrderBy(t => t.Key == Owner).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <returns>Null for a table that knows of no person.</returns>
    private static PersonTable? Table(IEntityType entity)
    {
        var name = entity.GetTableName()!;
        var columns = entity.GetProperties().Select(p => (Name: p.GetColumnName(), IsBytes: p.ClrType == typeof(byte[]))).ToList();
        var key = entity.ClrType == typeof(Subscriber) ? "id" : columns.Exists(c => c.Name == Owner) ? Owner : null;
        return key is null ? null : new(name, key, string.Join(", ", columns.Select(c => c.IsBytes ? $"encode({c.Name}, 'base64') as {c.Name}" : c.Name)));
    }

    private static async Task WriteRowsAsync(Utf8JsonWriter json, NpgsqlConnection connection, PersonTable table, long id, CancellationToken cancellation)
    {
        // Names come from the model, never from anybody's input.
        await using var command = new NpgsqlCommand($"select to_jsonb(own)::text from (select {table.Columns} from {table.Name} where {table.Key} = $1) as own", connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            json.WriteRawValue(reader.GetString(0));
        }
    }

    /// <param name="Key">The column that names the person.</param>
    private sealed record PersonTable(string Name, string Key, string Columns);
}
