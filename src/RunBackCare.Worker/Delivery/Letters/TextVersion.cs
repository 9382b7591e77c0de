using RunBackCare.Mail.Templates;
using RunBackCare.Planning.Content;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>Names all that an editor keeps and a mail is written with: templates and content. Another name, other words.</summary>
internal sealed class TextVersion(TemplateSet templates, Library library)
{
    public string Value { get; } = $"{templates.Version} {library.Version}";
}
