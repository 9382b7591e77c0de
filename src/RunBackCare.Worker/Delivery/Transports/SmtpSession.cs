using System.Globalization;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>
/// MailKit's client, which also tells how far a mail has come. Needed because its exceptions do not: a connection lost before the final dot
/// left nothing behind, one lost after it may have left a mail; and after a refusal MailKit says RSET, so that a server which refuses and
/// hangs up shows as a lost connection and its reason is forgotten.
/// </summary>
internal sealed class SmtpSession : SmtpClient
{
    private readonly ServerEar _ear;
    private bool _recipientAccepted;

    public SmtpSession()
        : this(new ServerEar())
    {
    }

    private SmtpSession(ServerEar ear)
        : base(ear)
    {
        _ear = ear;
        Body = new BodyProgress();
    }

    private BodyProgress Body { get; }

    /// <summary>Every byte of the mail is written, so that the final dot may be on its way.</summary>
    public bool MayBeWhole => Body.IsWritten;

    /// <summary>The first 4xx or 5xx answer since the mail began; null while there is none.</summary>
    public (int Code, string Text)? Refusal => _ear.Refusal;

    /// <summary>The step that <see cref="Refusal"/> answered.</summary>
    public SmtpStep Step => Body switch
    {
        { IsWritten: true } => SmtpStep.Message,
        _ when _recipientAccepted => SmtpStep.Data,
        _ when SenderAccepted => SmtpStep.Recipient,
        _ => SmtpStep.Sender,
    };

    private bool SenderAccepted { get; set; }

    public async Task SendLetterAsync(FormatOptions format, MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellation)
    {
        SenderAccepted = false;
        _recipientAccepted = false;
        Body.Begin();
        _ear.Begin();
        await SendAsync(format, message, sender, [recipient], cancellation, Body);
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => SenderAccepted = true;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _recipientAccepted = true;

    /// <summary>Counts what goes into the connection. Dot-stuffing makes it more than the size, so "whole" comes early rather than late.</summary>
    private sealed class BodyProgress : ITransferProgress
    {
        public bool IsWritten { get; private set; }

        public void Begin() => IsWritten = false;

        public void Report(long bytesTransferred, long totalSize) => IsWritten = bytesTransferred >= totalSize;

        // Without a total nothing can be ruled out.
        public void Report(long bytesTransferred) => IsWritten = true;
    }

    /// <summary>Hears the server's answers and remembers the first refusal. Keeps nothing else: what passes here holds people's mails.</summary>
    private sealed class ServerEar : IProtocolLogger
    {
        private const int LongestLine = 1024;
        private readonly StringBuilder _line = new();
        private readonly StringBuilder _text = new();

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public (int Code, string Text)? Refusal { get; private set; }

        public void Begin()
        {
            Refusal = null;
            _line.Clear();
            _text.Clear();
        }

        public void LogConnect(Uri uri) => Begin();

        public void LogClient(byte[] buffer, int offset, int count)
        {
        }

        public void LogServer(byte[] buffer, int offset, int count)
        {
            foreach (var letter in Encoding.Latin1.GetString(buffer, offset, count))
            {
                if (letter == '\n')
                {
                    Hear(_line.ToString().TrimEnd('\r'));
                    _line.Clear();
                }
                else if (_line.Length < LongestLine)
                {
                    _line.Append(letter);
                }
            }
        }

        public void Dispose()
        {
        }

        private void Hear(string line)
        {
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                return;
            }

            _text.Append(_text.Length == 0 ? "" : " ").Append(line.AsSpan(Math.Min(4, line.Length)));
            var isLast = line.Length == 3 || line[3] != '-';
            if (isLast)
            {
                Refusal ??= code is >= 400 and < 600 ? (code, _text.ToString()) : null;
                _text.Clear();
            }
        }
    }
}
