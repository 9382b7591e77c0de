using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using Scriban.Syntax;

namespace RunBackCare.Mail.Templates;

/// <summary>Renders every mail with every view filled as badly as it may come, so that faults show at start and not to a person.</summary>
internal static class TemplateCheck
{
    /// <summary>Every mail there is; one folder each.</summary>
    private static readonly ImmutableArray<Type> Views =
        [.. typeof(MailView).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MailView)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly ImmutableArray<ImmutableArray<MailView>> Samples =
        [.. Views.Select(type => ImmutableArray.CreateRange(WorstCase.Of(type).Cast<MailView>()))];

    public static ImmutableArray<string> Kinds { get; } = [.. Samples.Select(s => s[0].Kind)];

    public static IEnumerable<TemplateFault> Faults(TemplateSet set) => Samples.SelectMany(s => s).SelectMany(view => Faults(set, view));

    private static IEnumerable<TemplateFault> Faults(TemplateSet set, MailView view)
    {
        Rendered rendered;
        try
        {
            rendered = set.Render(view, WorstCase.Operator);
        }
        catch (ScriptRuntimeException fault)
        {
            return [new(fault.Span.FileName ?? $"mails/{view.Kind}", fault.Span.Start.Line + 1, fault.OriginalMessage)];
        }
        catch (InvalidOperationException fault)
        {
            return [new($"mails/{view.Kind}", 0, fault.Message)];
        }

        return Faults(rendered).Select(f => new TemplateFault($"mails/{view.Kind}/{f.File}.scriban", 0, f.What));
    }

    private static IEnumerable<(string File, string What)> Faults(Rendered rendered)
    {
        if (rendered.Subject.Length == 0)
        {
            yield return ("subject", "The subject is empty.");
        }

        if (rendered.Html.Contains(WorstCase.Markup, StringComparison.Ordinal))
        {
            yield return ("html", "A string reaches the page unescaped.");
        }

        if (rendered.Html.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            yield return ("html", "A mail holds no scripts.");
        }
    }
}
