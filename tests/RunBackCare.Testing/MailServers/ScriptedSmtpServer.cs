using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RunBackCare.Testing.MailServers;

/// <summary>
/// A small SMTP server over real sockets whose faults can be set for each recipient, which real servers cannot be told to do. It also has
/// what smtp-sink lacks: STARTTLS, TLS and passwords. Where a real server can show a behaviour, that one is used.
/// </summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SmtpFault>> _faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<SinkMail> _mails = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;
    private int _connections;
    private int _quits;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public static string Host => "localhost";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Needed for TLS of either kind. What is set later is shown to connections made later.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Hangs up after so many mails of a connection; null never.</summary>
    public int? MailsAConnection { get; init; }

    public bool TlsFromTheStart { get; init; }

    /// <summary>Asked for before any mail.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>In the order in which they became whole.</summary>
    public ImmutableArray<SinkMail> Mails => [.. _mails];

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Sessions that ended as they should.</summary>
    public int Quits => Volatile.Read(ref _quits);

    /// <summary>The most mails that one connection brought.</summary>
    public int MostMailsOfAConnection { get; private set; }

    /// <summary>Users that logged in over an encrypted connection.</summary>
    public ConcurrentQueue<string> Logins { get; } = new();

    /// <summary>Faults for a recipient, one a try; after them all is well.</summary>
    public void Script(string recipient, params SmtpFault[] faults)
    {
        var queue = _faults.GetOrAdd(recipient, _ => new());
        foreach (var fault in faults)
        {
            queue.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                Interlocked.Increment(ref _connections);
                _sessions.Add(ServeAsync(client));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await new Session(this, client.GetStream()).RunAsync(_closing.Token);
            }
            catch (ResetException)
            {
                client.LingerState = new(enable: true, seconds: 0);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the server closes.
            }
        }
    }

    private SmtpFault? TakeFault(string recipient) => _faults.TryGetValue(recipient, out var queue) && queue.TryDequeue(out var fault) ? fault : null;

    private sealed class HungUpException : IOException;

    private sealed class ResetException : IOException;

    private sealed class Session(ScriptedSmtpServer server, Stream stream)
    {
        private StreamReader _reader = Reader(stream);
        private Stream _stream = stream;
        private bool _encrypted;
        private bool _loggedIn;
        private int _taken;
        private string _from = "";
        private string _to = "";
        private SmtpFault? _fault;

        public async Task RunAsync(CancellationToken cancellation)
        {
            if (server.TlsFromTheStart)
            {
                await EncryptAsync(cancellation);
            }

            await SayAsync("220 test ready", cancellation);
            while (await _reader.ReadLineAsync(cancellation) is { } line)
            {
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    Interlocked.Increment(ref server._quits);
                    await SayAsync("221 bye", cancellation);
                    return;
                }

                await AnswerAsync(line, cancellation);
            }
        }

        private async Task AnswerAsync(string line, CancellationToken cancellation)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(Capabilities(), cancellation);
                    break;
                case "STARTTLS":
                    await SayAsync("220 go ahead", cancellation);
                    await EncryptAsync(cancellation);
                    break;
                case "AUTH":
                    await LogInAsync(line, cancellation);
                    break;
                case "MAIL" when server.Account is not null && !_loggedIn:
                    await SayAsync("530 5.7.0 Authentication required", cancellation);
                    break;
                case "MAIL":
                    _from = AddressIn(line);
                    await SayAsync("250 2.1.0 ok", cancellation);
                    break;
                case "RCPT":
                    _to = AddressIn(line);
                    _fault = server.TakeFault(_to);
                    await MeetAsync(SmtpMoment.Recipient, "250 2.1.5 ok", cancellation);
                    break;
                case "DATA":
                    await TakeMailAsync(cancellation);
                    break;
                default:
                    await SayAsync("250 ok", cancellation);
                    break;
            }
        }

        private async Task TakeMailAsync(CancellationToken cancellation)
        {
            if (!await MeetAsync(SmtpMoment.Data, "354 go ahead", cancellation))
            {
                return;
            }

            var body = new StringBuilder();
            while (await _reader.ReadLineAsync(cancellation) is { } line && line != ".")
            {
                body.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
                if (_fault?.At == SmtpMoment.InsideBody)
                {
                    await MeetAsync(SmtpMoment.InsideBody, "", cancellation);
                }
            }

            var mail = new SinkMail(_from, [_to], [.. Encoding.Latin1.GetBytes(body.ToString())]);
            if (_fault is null or not { At: SmtpMoment.AfterDot } or SmtpFault.HangsUp { KeepsMail: true } or SmtpFault.Resets { KeepsMail: true })
            {
                server._mails.Enqueue(mail);
                server.MostMailsOfAConnection = Math.Max(server.MostMailsOfAConnection, ++_taken);
            }

            await MeetAsync(SmtpMoment.AfterDot, "250 2.0.0 taken", cancellation);
            if (_taken == server.MailsAConnection)
            {
                throw new HungUpException();
            }
        }

        /// <returns>Whether all went well.</returns>
        private async Task<bool> MeetAsync(SmtpMoment moment, string usual, CancellationToken cancellation)
        {
            switch (_fault?.At == moment ? _fault : null)
            {
                case null:
                    await SayAsync(usual, cancellation);
                    return true;
                case SmtpFault.Says says:
                    await SayAsync(says.Reply, cancellation);
                    return false;
                case SmtpFault.SaysAndHangsUp last:
                    await SayAsync(last.Reply, cancellation);
                    throw new HungUpException();
                case SmtpFault.FallsSilent:
                    await Task.Delay(Timeout.Infinite, cancellation);
                    return false;
                case SmtpFault.Resets:
                    throw new ResetException();
                default:
                    throw new HungUpException();
            }
        }

        private string Capabilities()
        {
            var all = new List<string> { "test", "PIPELINING", "8BITMIME", "SIZE 30000000" };
            if (server.Certificate is not null && !_encrypted)
            {
                all.Add("STARTTLS");
            }

            if (server.Account is not null)
            {
                all.Add("AUTH PLAIN");
            }

            return string.Join("\r\n", all.Select((word, i) => $"250{(i == all.Count - 1 ? ' ' : '-')}{word}"));
        }

        private async Task LogInAsync(string line, CancellationToken cancellation)
        {
            var secret = line.Split(' ') is [_, _, var initial] ? initial : await AskAsync(cancellation);
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(secret)).Split('\0');
            _loggedIn = server.Account is { } account && parts is [_, var user, var password] && (user, password) == account;
            if (_loggedIn && _encrypted)
            {
                server.Logins.Enqueue(parts[1]);
            }

            await SayAsync(_loggedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password", cancellation);
        }

        private async Task<string> AskAsync(CancellationToken cancellation)
        {
            await SayAsync("334 ", cancellation);
            return await _reader.ReadLineAsync(cancellation) ?? "";
        }

        private async Task EncryptAsync(CancellationToken cancellation)
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancellation);
            _stream = tls;
            _reader = Reader(tls);
            _encrypted = true;
        }

        private async Task SayAsync(string reply, CancellationToken cancellation) =>
            await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), cancellation);

        private static StreamReader Reader(Stream stream) => new(stream, Encoding.Latin1, false, 1024, leaveOpen: true);

        private static string AddressIn(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
    }
}
