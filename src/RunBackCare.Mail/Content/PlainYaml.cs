using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RunBackCare.Mail.Content;

/// <summary>
/// YAML as content files use it: lists, fields, text. Anchors and aliases would hide where a text stands, and the document model descends
/// by recursion, so a file nested without end would end the process instead of being reported.
/// </summary>
internal sealed class PlainYaml(IParser inner) : IParser
{
    private const int Deepest = 8;

    private int _depth;

    public ParsingEvent? Current => inner.Current;

    /// <summary>How far the reading has come.</summary>
    public int Line => (int)(inner.Current?.Start.Line ?? 1);

    public bool MoveNext()
    {
        if (!inner.MoveNext())
        {
            return false;
        }

        if (inner.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse("anchors (&) and aliases (*) are not used here; write the text out, in quotes if it begins with such a mark");
        }

        _depth += inner.Current?.NestingIncrease ?? 0;
        return _depth <= Deepest ? true : throw Refuse("is nested too deeply");
    }

    private YamlException Refuse(string what) => new(inner.Current!.Start, inner.Current.End, what);
}
