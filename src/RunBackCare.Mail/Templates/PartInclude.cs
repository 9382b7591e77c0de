using System.Collections.Frozen;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// <c>include 'name'</c>: writes a part where it stands. Scriban's own renders each part into a string of its own and copies that into the one around it,
/// level by level, which for a week of days of sessions of items was half of what a mail cost. Knows the parts parsed at start and nothing
/// else, so that an include can never express a path.
/// </summary>
internal sealed class PartInclude(FrozenDictionary<string, Template> parts) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(void);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "part");

    /// <exception cref="ScriptRuntimeException">There is no such part, or parts include each other without end.</exception>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var caller = callerContext ?? throw new InvalidOperationException("A part is included from a template.");
        if (arguments[0] is not string name || !parts.TryGetValue(name, out var part))
        {
            throw new ScriptRuntimeException(caller.Span, $"There is no part named \"{arguments[0]}\" in templates/parts.");
        }

        context.EnterRecursive(caller);
        context.Evaluate(part.Page!);
        context.ExitRecursive(caller);

        // Nothing is left to write.
        return null;
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
