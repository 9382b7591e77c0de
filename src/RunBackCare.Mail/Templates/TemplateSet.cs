using System.Collections.Frozen;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using Scriban;
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

    /// <summary>The one function templates have. Scriban's own set holds ways to evaluate text and to read the clock.</summary>
    private readonly ScriptObject _builtins;

    internal TemplateSet(string version, FrozenDictionary<string, MailTemplates> mails, FrozenDictionary<string, Template> parts)
    {
        Version = version;
        _mails = mails;
        _builtins = new() { ["include"] = new PartInclude(parts), IsReadOnly = true };
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
        return new(
            TextLayout.Subject(Words(templates.Subject, text)),
            Page(templates.Html, Globals(view, @operator, Medium.Html)),
            TextLayout.Text(Words(templates.Text, text)));
    }

    private static (ScriptObject View, ScriptObject Frame) Globals(MailView view, Operator @operator, Medium medium) =>
        (Projection.Of(view, medium), new ScriptObject { ["operator"] = Projection.Of(@operator, medium) });

    private string Page(Template template, (ScriptObject View, ScriptObject Frame) globals)
    {
        using var output = new PageOutput();
        var context = Context(globals);
        context.PushOutput(output);
        context.Evaluate(template.Page!);
        return Checked(template, output.ToString());
    }

    private string Words(Template template, (ScriptObject View, ScriptObject Frame) globals) => Checked(template, template.Render(Context(globals)));

    private static string Checked(Template template, string rendered) => rendered.Length <= MostCharacters
        ? rendered
        : throw new InvalidOperationException($"{template.SourceFilePath} rendered {rendered.Length} characters, more than {MostCharacters}.");

    private TemplateContext Context((ScriptObject View, ScriptObject Frame) globals)
    {
        // Strict in every way there is: a misspelt name stops the mail instead of printing nothing.
        var context = new TemplateContext(_builtins)
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
        };
        context.PushGlobal(globals.View);
        context.PushGlobal(globals.Frame);

        // What a template names itself lands here, never in the view.
        context.PushGlobal(new ScriptObject());
        return context;
    }
}

/// <summary>The three templates of one mail.</summary>
internal sealed record MailTemplates(Template Subject, Template Html, Template Text);
