using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>
/// The text of an HTML mail, with a quote's mark before every line of what a mail program marked as quoted, forwarded or a signature. The rest is left to the
/// rules for plain text.
/// </summary>
internal static class HtmlText
{
    private const int MostLetters = 300_000;

    private const int MostNodes = 100_000;

    private static readonly HtmlParser Parser = new(new() { IsScripting = false });

    public static string Of(string html)
    {
        var document = Parser.ParseDocument(HtmlDepth.Cut(html.Length > MostLetters ? html[..MostLetters] : html));
        return document.Body is { } body ? new Walk().Text(body) : "";
    }

    /// <summary>Not recursive: a mail may nest a hundred thousand boxes.</summary>
    private sealed class Walk
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _line = new();
        private int _quoted;
        private bool _cut;

        public string Text(INode root)
        {
            var steps = new Stack<(INode Node, bool Leaves)>();
            steps.Push((root, false));
            for (var count = 0; steps.Count > 0 && count < MostNodes && _text.Length < MostLetters; count++)
            {
                var (node, leaves) = steps.Pop();
                if (leaves)
                {
                    Leave((IElement)node);
                }
                else if (Enter(node))
                {
                    steps.Push((node, true));
                    for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
                    {
                        steps.Push((child, false));
                    }
                }
            }

            EndLine();
            return _text.ToString();
        }

        /// <returns>Whether to look inside.</returns>
        private bool Enter(INode node)
        {
            switch (node)
            {
                case IText text:
                    AddText(text.Data);
                    return false;
                case IElement element when HtmlMarks.IsUnseen(element):
                    return false;
                case IElement { LocalName: "br" }:
                    EndLine(always: true);
                    return false;
                case IElement element:
                    Begin(element);
                    return true;
                default:
                    return false;
            }
        }

        private void Begin(IElement element)
        {
            if (HtmlMarks.IsBlock(element))
            {
                EndLine();
            }

            if (HtmlMarks.BeginsTheRest(element))
            {
                EndLine();
                _cut = true;
            }

            if (HtmlMarks.IsQuote(element))
            {
                Space();
                _quoted++;
            }

            if (element.LocalName == "li")
            {
                _line.Append("- ");
            }
        }

        private void Leave(IElement element)
        {
            if (HtmlMarks.IsBlock(element))
            {
                EndLine();
            }

            if (HtmlMarks.IsQuote(element))
            {
                EndLine();
                _quoted--;
                Space();
            }
            else if (element.LocalName is "p" or "h1" or "h2" or "h3" or "ul" or "ol" or "table")
            {
                Space();
            }
            else if (element.LocalName is "td" or "th")
            {
                _line.Append(' ');
            }
        }

        private void AddText(string text)
        {
            foreach (var letter in text)
            {
                if (letter is not (' ' or '\t' or '\n' or '\r' or '\f'))
                {
                    _line.Append(letter);
                }
                else if (_line.Length > 0 && _line[^1] != ' ')
                {
                    _line.Append(' ');
                }
            }
        }

        private void Space()
        {
            EndLine();
            if (_text.Length > 1 && !(_text[^1] == '\n' && _text[^2] == '\n'))
            {
                _text.Append('\n');
            }
        }

        private void EndLine(bool always = false)
        {
            var line = _line.ToString().Trim();
            _line.Clear();
            if (line.Length == 0 && !always)
            {
                return;
            }

            _text.Append(_cut || _quoted > 0 ? "> " : "").Append(line).Append('\n');
        }
    }
}
