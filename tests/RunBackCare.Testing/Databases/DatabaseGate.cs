using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Testing.Databases;

/// <summary>A door between the worker and its database that can be shut: open connections break, new ones are refused.</summary>
public sealed class DatabaseGate : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _behind;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private TcpListener? _listener;

    public DatabaseGate(TestDatabase database)
    {
        _behind = new(database.ConnectionString);
        Port = Ports.Free();
    }

    public int Port { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_behind.ConnectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    public void Open()
    {
        _listener = new(IPAddress.Loopback, Port);
        _listener.Start();
        _ = LetInAsync(_listener);
    }

    public void Shut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }

        _open.Clear();
    }

    public ValueTask DisposeAsync()
    {
        Shut();
        return ValueTask.CompletedTask;
    }

    private async Task LetInAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ConnectAsync(await listener.AcceptSocketAsync());
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The gate was shut.
        }
    }

    private async Task ConnectAsync(Socket outside)
    {
        using var inside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (outside)
        {
            _open[outside] = true;
            _open[inside] = true;
            try
            {
                await inside.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_behind.Host!, $".s.PGSQL.{_behind.Port}")));
                await Task.WhenAny(PassOnAsync(outside, inside), PassOnAsync(inside, outside));
            }
            catch (Exception broken) when (broken is SocketException or IOException or ObjectDisposedException)
            {
                // Either side hung up.
            }
            finally
            {
                _open.TryRemove(outside, out _);
                _open.TryRemove(inside, out _);
            }
        }
    }

    private static async Task PassOnAsync(Socket from, Socket to)
    {
        await using var source = new NetworkStream(from);
        await using var target = new NetworkStream(to);
        await source.CopyToAsync(target);
    }
}
