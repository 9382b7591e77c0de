using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace RunBackCare.Testing.MailServers;

/// <summary>One mail as the server took it.</summary>
/// <param name="From">Envelope sender, without angle brackets; empty for the null sender.</param>
/// <param name="Recipients">Envelope recipients.</param>
/// <param name="Raw">The message as it was sent, with LF line ends.</param>
public sealed partial record SinkMail(string From, ImmutableArray<string> Recipients, ImmutableArray<byte> Raw)
{
    public MimeMessage Message() => MimeMessage.Load(new MemoryStream([.. Raw]));

    /// <summary>Reads smtp-sink's dump: its own header lines, a Received header, the message, an empty line.</summary>
    internal static SinkMail Parse(byte[] dump)
    {
        // Latin-1 keeps one character for each byte, so that positions are the same in both.
        var text = Encoding.Latin1.GetString(dump);
        var envelope = EnvelopeLines().Match(text);
        return new(
            AddressIn(envelope.Groups["from"].Value),
            [.. envelope.Groups["to"].Captures.Select(capture => AddressIn(capture.Value))],
            [.. dump[envelope.Length..^1]]);
    }

    // Arguments follow the address: "<ann@example.org> SIZE=1234".
    private static string AddressIn(string arguments) => arguments[(arguments.IndexOf('<') + 1)..arguments.IndexOf('>')];

    [GeneratedRegex(
        @"\A(?:X-(?:Client-\w+|Helo-Args): [^\n]*\n)*X-Mail-Args: (?<from>[^\n]*)\n(?:X-Rcpt-Args: (?<to>[^\n]*)\n)+Received: [^\n]*\n(?:\t[^\n]*\n)*",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnvelopeLines();
}
