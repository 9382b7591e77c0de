namespace RunBackCare.Mail.Templates;

/// <summary>One thing an editor has to mend before a template can reach anyone.</summary>
/// <param name="File">Path inside the templates directory, such as <c>mails/week/html.scriban</c>.</param>
/// <param name="Line">From 1; 0 where the fault has no line, such as a missing file.</param>
/// <param name="Message">What is wrong.</param>
public sealed record TemplateFault(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
