using Npgsql;

namespace RunBackCare.Testing.Databases;

/// <summary>One database of the private cluster, dropped when disposed of, whoever is still connected.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(string name, string connectionString, Func<Task> drop)
    {
        Name = name;
        ConnectionString = connectionString;
        _drop = drop;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await _drop();
    }
}
