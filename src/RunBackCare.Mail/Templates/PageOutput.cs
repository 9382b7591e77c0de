using System.Buffers;
using Scriban.Runtime;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// Collects a page while it is rendered, without indentation and empty lines: a third of a nested table is blanks. Its memory is lent, since a
/// page is too long for .NET to throw away cheaply.
/// </summary>
internal sealed class PageOutput : IScriptOutput, IDisposable
{
    /// <summary>Characters of a usual week.</summary>
    private const int Usual = 65_536;

    private char[] _text = ArrayPool<char>.Shared.Rent(Usual);
    private int _length;

    /// <summary>Where the line that is being written begins.</summary>
    private int _line;

    public void Write(string text, int offset, int count)
    {
        var rest = text.AsSpan(offset, count);
        while (rest.IndexOf('\n') is var end and >= 0)
        {
            Append(rest[..end]);
            EndLine();
            rest = rest[(end + 1)..];
        }

        Append(rest);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <returns>The page; each of its lines ends with a line feed.</returns>
    public override string ToString()
    {
        EndLine();
        return new(_text.AsSpan(0, _length));
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }

    private void Append(ReadOnlySpan<char> words)
    {
        if (_length == _line)
        {
            words = words.TrimStart();
        }

        Make(words.Length);
        words.CopyTo(_text.AsSpan(_length));
        _length += words.Length;
    }

    private void EndLine()
    {
        _length = _line + _text.AsSpan(_line, _length - _line).TrimEnd().Length;
        if (_length > _line)
        {
            Make(1);
            _text[_length++] = '\n';
            _line = _length;
        }
    }

    private void Make(int room)
    {
        if (_length + room <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + room, 2 * _text.Length));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
