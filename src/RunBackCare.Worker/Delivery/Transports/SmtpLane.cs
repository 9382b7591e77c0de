using System.Diagnostics;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>One connection to the mail server, kept from mail to mail.</summary>
internal sealed class SmtpLane(SmtpOptions options, ServerTrust trust) : IMailLane
{
    private SmtpSession? _session;
    private int _sentOnSession;
    private long _lastUsed;
    private SmtpStep _lastStep;

    public async Task<SendResult.Broken?> OpenAsync(CancellationToken cancellation)
    {
        if (_session is not null && IsSpent())
        {
            await CloseAsync();
        }

        if (_session is { IsConnected: true })
        {
            return null;
        }

        await CloseAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        var session = new SmtpSession { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await ConnectAsync(session, limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            session.Dispose();
            return new(WhyNotConnected(failure));
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _session = session;
        _sentOnSession = 0;
        _lastUsed = Stopwatch.GetTimestamp();
        return null;
    }

    public async Task<SendResult> SendAsync(Guid id, Letter letter, CancellationToken cancellation)
    {
        // Of one kind with the lease: no mail may be under way for longer than it is ours.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);

        var hadBeenUsed = _session is not null && _sentOnSession > 0;
        var result = await AttemptAsync(letter, limit.Token);

        // A server that hangs up between two mails says nothing about the next one.
        return hadBeenUsed && Stale(result) && !limit.IsCancellationRequested ? await AttemptAsync(letter, limit.Token) : result;

        bool Stale(SendResult failed) => failed is SendResult.Broken or SendResult.Deferred { Code: (int)SmtpStatusCode.ServiceNotAvailable }
            && _lastStep == SmtpStep.Sender;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<SendResult> AttemptAsync(Letter letter, CancellationToken limit)
    {
        _lastStep = SmtpStep.Sender;
        try
        {
            if (await OpenAsync(limit) is { } closed)
            {
                return closed;
            }
        }
        catch (OperationCanceledException)
        {
            return new SendResult.Broken(TookTooLong);
        }

        var session = _session!;
        if (!MailboxAddress.TryParse(letter.EnvelopeFrom, out var sender) || !MailboxAddress.TryParse(letter.EnvelopeTo, out var recipient) || recipient.Domain.Length == 0)
        {
            return new SendResult.Refused((int)SmtpStatusCode.MailboxNameNotAllowed, "the address cannot be written to");
        }

        var format = FormatOptions.Default.Clone();
        format.International = !System.Text.Ascii.IsValid(recipient.LocalPart);
        if (format.International && !session.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            return new SendResult.Refused((int)SmtpStatusCode.MailboxNameNotAllowed, "the address needs SMTPUTF8, which the mail server does not offer");
        }

        var result = await SendAsync(session, letter, format, sender, recipient, limit);
        _lastStep = session.Step;
        if (!session.IsConnected || result is SendResult.Broken or SendResult.Uncertain)
        {
            Drop();
        }

        return result;
    }

    private async Task<SendResult> SendAsync(SmtpSession session, Letter letter, FormatOptions format, MailboxAddress sender, MailboxAddress recipient, CancellationToken limit)
    {
        try
        {
            await session.SendLetterAsync(format, letter.Message, sender, recipient, limit);
            return new SendResult.Accepted();
        }
        catch (Exception failure)
        {
            // The server's own words come first: what MailKit throws may be what happened after them.
            return session.Refusal is { } refusal ? SmtpVerdict.Of(session.Step, refusal.Code, ServerText.Clean(refusal.Text, letter.EnvelopeTo))
                : session.MayBeWhole ? new SendResult.Uncertain(Why(failure, letter, limit))
                : new SendResult.Broken(Why(failure, letter, limit));
        }
        finally
        {
            _sentOnSession++;
            _lastUsed = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>For both families of addresses. Without NoDelay each mail waits for the server's delayed acknowledgement.</summary>
    internal static Socket NewSocket() => new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private async Task ConnectAsync(SmtpSession session, CancellationToken limit)
    {
        var socket = NewSocket();
        try
        {
            await socket.ConnectAsync(options.Host!, options.Port, limit);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        trust.ApplyTo(session);
        session.LocalDomain = options.HelloName is { Length: > 0 } name ? name : session.LocalDomain;
        await session.ConnectAsync(socket, options.Host!, options.Port, Security(options.Tls), limit);
        if (options.User is { Length: > 0 } user)
        {
            await session.AuthenticateAsync(user, options.Password!, limit);
        }
    }

    private static SecureSocketOptions Security(SmtpTls tls) => tls switch
    {
        SmtpTls.None => SecureSocketOptions.None,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };

    private bool IsSpent() =>
        _sentOnSession >= options.MessagesPerConnection || Stopwatch.GetElapsedTime(_lastUsed) > TimeSpan.FromSeconds(options.IdleSeconds);

    private string TookTooLong => $"took longer than {options.TimeoutSeconds} s";

    private string Why(Exception failure, Letter letter, CancellationToken limit) =>
        limit.IsCancellationRequested ? $"broken off, or {TookTooLong}" : ServerText.Clean(failure.Message, letter.EnvelopeTo);

    private string WhyNotConnected(Exception failure) => failure switch
    {
        OperationCanceledException => $"{Server} did not answer within {options.TimeoutSeconds} s",
        AuthenticationException => $"{Server} refuses {SmtpOptions.Section}:User or :Password: {ServerText.Clean(failure.Message, options.User)}",
        SslHandshakeException => $"{Server} shows no certificate we trust (see {SmtpOptions.Section}:Tls and :AuthorityFile)",
        _ => $"{Server} cannot be used: {ServerText.Clean(failure.Message, options.User)}",
    };

    private string Server => $"{options.Host}:{options.Port}";

    /// <summary>With QUIT, which some servers count and all like.</summary>
    private async Task CloseAsync()
    {
        if (_session is { IsConnected: true } session)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await session.DisconnectAsync(true, limit.Token);
            }
            catch (Exception farewell) when (farewell is IOException or SmtpProtocolException or SmtpCommandException or OperationCanceledException or SocketException)
            {
                // All mails are settled already; a server that does not say goodbye changes nothing.
            }
        }

        Drop();
    }

    private void Drop()
    {
        _session?.Dispose();
        _session = null;
    }
}
