using Npgsql;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>
/// One reader at a time for each source, so that two processes do not load the same messages. It saves work and nothing rests on it: where a
/// connection is lost and two read after all, the cursor's row and the messages' keys see to it that each counts once.
/// </summary>
internal sealed class ReadingTurn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _source;

    private ReadingTurn(NpgsqlConnection connection, string source) => (_connection, _source) = (connection, source);

    /// <returns>Null while another process reads.</returns>
    public static async Task<ReadingTurn?> TakeAsync(NpgsqlDataSource database, string source, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = Command(connection, "select pg_try_advisory_lock(hashtextextended($1, 0))", source);
            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return new(connection, source);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = Command(_connection, "select pg_advisory_unlock(hashtextextended($1, 0))", _source);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // With its connection the lock is gone as well.
        }

        await _connection.DisposeAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string source) => new(sql, connection) { Parameters = { new() { Value = source } } };
}
