using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RunBackCare.Testing.Names;

/// <summary>A name server on a loopback port that knows what it is told and answers "no such name" to everything else.</summary>
public sealed class TestDns : IAsyncDisposable
{
    private const int HeaderBytes = 12;
    private const ushort NoSuchName = 3;

    private readonly ConcurrentDictionary<(string Name, ushort Kind), List<byte[]>> _records = new();
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public TestDns() => _work = AnswerAsync();

    private enum Kind : ushort
    {
        A = 1,
        Ptr = 12,
        Mx = 15,
        Txt = 16,
    }

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    public TestDns Text(string name, string text) => Add(name, Kind.Txt, [.. text.Chunk(255).SelectMany(part => (byte[])[(byte)part.Length, .. Encoding.ASCII.GetBytes(part)])]);

    public TestDns Host(string name, string address) => Add(name, Kind.A, IPAddress.Parse(address).GetAddressBytes());

    public TestDns Exchanger(string name, string host) => Add(name, Kind.Mx, [0, 10, .. Name(host)]);

    public TestDns Reverse(string address, string host) =>
        Add($"{string.Join('.', IPAddress.Parse(address).GetAddressBytes().Reverse())}.in-addr.arpa", Kind.Ptr, Name(host));

    /// <summary>Takes back everything that was said of a name.</summary>
    public TestDns Forget(string name)
    {
        foreach (var key in _records.Keys.Where(key => key.Name == name))
        {
            _records.TryRemove(key, out _);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _socket.Dispose();
        _stop.Dispose();
    }

    private TestDns Add(string name, Kind kind, byte[] data)
    {
        _records.GetOrAdd((name, (ushort)kind), _ => []).Add(data);
        return this;
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stop.Token);
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    /// <summary>RFC 1035, 4.1: the header, the question as it came, and the records we have. What else was asked along (EDNS) is left out.</summary>
    private byte[] Answer(byte[] question)
    {
        var (name, end) = ReadName(question);
        var kind = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(end));
        var records = _records.GetValueOrDefault((name, kind), []);
        var exists = _records.Keys.Any(key => key.Name == name);
        using var answer = new MemoryStream();
        answer.Write(question, 0, 2);
        Write(answer, (ushort)(0x8580 | (exists ? 0 : NoSuchName)), 1, (ushort)records.Count, 0, 0);
        answer.Write(question, HeaderBytes, end + 4 - HeaderBytes);
        foreach (var data in records)
        {
            // A pointer to the name in the question, the kind, IN, a minute.
            Write(answer, 0xC000 | HeaderBytes, kind, 1, 0, 60, (ushort)data.Length);
            answer.Write(data);
        }

        return answer.ToArray();
    }

    private static (string Name, int End) ReadName(byte[] message)
    {
        var labels = new List<string>();
        var at = HeaderBytes;
        while (message[at] > 0)
        {
            labels.Add(Encoding.ASCII.GetString(message, at + 1, message[at]));
            at += message[at] + 1;
        }

        return (string.Join('.', labels).ToLowerInvariant(), at + 1);
    }

    private static byte[] Name(string host) => [.. host.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private static void Write(Stream stream, params ReadOnlySpan<ushort> numbers)
    {
        Span<byte> two = stackalloc byte[2];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16BigEndian(two, number);
            stream.Write(two);
        }
    }
}
