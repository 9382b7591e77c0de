using System.Collections.Frozen;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RunBackCare.Mail.Templates;

/// <summary>Knows the parts that were parsed at start and nothing else, so that an include can never express a path.</summary>
internal sealed class PartLoader(FrozenDictionary<string, Template> parts) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => parts.ContainsKey(templateName)
        ? templateName
        : throw new ScriptRuntimeException(callerSpan, $"There is no part named \"{templateName}\" in templates/parts.");

    // Every part is seeded into the context as parsed; Scriban asks here only for what it does not have.
    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        throw new ScriptRuntimeException(callerSpan, $"The part \"{templatePath}\" was not parsed at start.");

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(context, callerSpan, templatePath));
}
