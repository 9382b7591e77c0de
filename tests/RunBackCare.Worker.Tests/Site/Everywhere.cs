using System.Globalization;
using Npgsql;

namespace RunBackCare.Worker.Tests.Site;

/// <summary>Looks for a text in every column of every table, Hangfire's included.</summary>
internal static class Everywhere
{
    /// <returns>Tables that hold it.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(string connectionString, string text)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var found = new List<string>();
        foreach (var table in await ColumnAsync(database, "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_schema in ('public', 'hangfire') and table_type = 'BASE TABLE'"))
        {
            await using var command = database.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"select count(*) from {table} as t where t::text ilike '%' || $1 || '%' or t::text ilike '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'"));
            command.Parameters.Add(new() { Value = text });
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                found.Add(table);
            }
        }

        return found;
    }

    /// <summary>Rows of a table that belong to a person.</summary>
    public static async Task<long> CountAsync(string connectionString, string table, long subscriberId)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand($"select count(*) from {table} where subscriber_id = $1");
        command.Parameters.Add(new() { Value = subscriberId });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Every row of every table of ours as one text, to see whether anything changed. What the jobs keep for themselves is left out.</summary>
    public static async Task<string> SnapshotAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var all = new List<string>();
        foreach (var table in await ColumnAsync(database, "select format('%I', table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'data_protection_keys' order by 1"))
        {
            all.Add(table);
            all.AddRange(await ColumnAsync(database, $"select t::text from {table} as t order by 1"));
        }

        return string.Join('\n', all);
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
