using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RunBackCare.Mail.Content;

/// <summary>One content file: its text with LF line ends, and the list of entries it holds.</summary>
internal sealed class ContentFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly bool _unread;

    private ContentFile(string name, string? text)
    {
        Name = name;
        Text = text ?? "";
        _unread = text is null;
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>An unreadable file adds its fault and reads as empty, so that the others are still checked.</summary>
    public static ContentFile Read(string directory, string name, List<ContentFault> faults)
    {
        try
        {
            var text = StrictUtf8.GetString(File.ReadAllBytes(Path.Combine(directory, name)));
            return new(name, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }
        catch (FileNotFoundException)
        {
            faults.Add(new(name, 0, "is missing; put it back, every content file is needed"));
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(name, 0, "is not UTF-8 text; save it as UTF-8"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(name, 0, $"cannot be read: {e.Message}"));
        }

        return new(name, null);
    }

    public IEnumerable<Entry> Entries(List<ContentFault> faults)
    {
        var list = _unread ? null : Root(faults);
        return list is null ? [] : list.Children.SelectMany(child => Entry.Read(child, "an item, such as - id: C01", of: null, Name, faults));
    }

    private YamlSequenceNode? Root(List<ContentFault> faults)
    {
        var parser = new PlainYaml(new Parser(new StringReader(Text)));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            if (yaml.Documents is [{ RootNode: YamlSequenceNode list }])
            {
                return list;
            }

            faults.Add(new(Name, 1, $"{(string.IsNullOrWhiteSpace(Text) ? "is empty; it " : "")}must hold one list, each item beginning with - id:"));
        }
        catch (YamlException e)
        {
            faults.Add(new(Name, (int)e.Start.Line, $"is not valid YAML: {e.InnerException?.Message ?? e.Message}"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The parser lets some broken keys and marks fall through to the checks of its own insides.
            faults.Add(new(Name, parser.Line, "is not valid YAML from here on; look for a stray mark such as & : ? or a quote"));
        }

        return null;
    }
}
