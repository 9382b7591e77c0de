using System.Collections.Frozen;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// Every template of every mail, parsed once. Safe for any number of threads: a parsed template is never written to, and each
/// rendering has a context of its own.
/// </summary>
public sealed class TemplateSet
{
    /// <summary>No mail comes near it; what does has gone wrong.</summary>
    internal const int MostCharacters = 400_000;

    private readonly FrozenDictionary<string, MailTemplates> _mails;
    private readonly FrozenDictionary<string, Template> _parts;
    private readonly PartLoader _loader;

    internal TemplateSet(string version, FrozenDictionary<string, MailTemplates> mails, FrozenDictionary<string, Template> parts)
    {
        Version = version;
        _mails = mails;
        _parts = parts;
        _loader = new(parts);
    }

    /// <summary>Hash of all template files: whoever renders a stored mail again can say whether it would read the same.</summary>
    public string Version { get; }

    /// <summary>Parses the folder's templates and renders each mail with the worst it may have to hold.</summary>
    /// <param name="templatesDirectory">The folder that holds <c>mails</c> and <c>parts</c>.</param>
    /// <returns>The set, or all faults with file and line. A bad template is never an exception here.</returns>
    public static TemplateReading Load(string templatesDirectory) => TemplateFiles.Read(templatesDirectory);

    /// <exception cref="ScriptRuntimeException">The template asks for something its view does not have; the check at start finds these.</exception>
    public Rendered Render(MailView view, Operator @operator)
    {
        var templates = _mails[view.Kind];
        var text = Globals(view, @operator, Medium.Text);
        var html = Globals(view, @operator, Medium.Html);
        return new(
            TextLayout.Subject(Run(templates.Subject, text)),
            TextLayout.Html(Run(templates.Html, html)),
            TextLayout.Text(Run(templates.Text, text)));
    }

    private static (ScriptObject View, ScriptObject Frame) Globals(MailView view, Operator @operator, Medium medium) =>
        (Projection.Of(view, medium), new ScriptObject { ["operator"] = Projection.Of(@operator, medium) });

    private string Run(Template template, (ScriptObject View, ScriptObject Frame) globals)
    {
        // Strict in every way there is: a misspelt name stops the mail instead of printing nothing.
        var context = new TemplateContext(Builtins)
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableNullIndexer = false,
            AutoIndent = false,
            LoopLimit = 5_000,
            RecursiveLimit = 20,
            LimitToString = 0,
            TemplateLoader = _loader,
        };
        foreach (var (name, part) in _parts)
        {
            context.CachedTemplates[name] = part;
        }

        context.PushGlobal(globals.View);
        context.PushGlobal(globals.Frame);

        // What a template names itself lands here, never in the view.
        context.PushGlobal(new ScriptObject());
        var output = template.Render(context);
        return output.Length <= MostCharacters
            ? output
            : throw new InvalidOperationException($"{template.SourceFilePath} rendered {output.Length} characters, more than {MostCharacters}.");
    }

    /// <summary>The one function templates have. Scriban's own set holds ways to evaluate text and to read the clock.</summary>
    private static readonly ScriptObject Builtins = new() { ["include"] = new IncludeFunction(), IsReadOnly = true };
}

/// <summary>The three templates of one mail.</summary>
internal sealed record MailTemplates(Template Subject, Template Html, Template Text);
