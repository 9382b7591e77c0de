namespace RunBackCare.Mail.Templates;

/// <summary>One mail in its three forms, ready to be put into a message, a browser or a file.</summary>
/// <param name="Subject">One line, no markup.</param>
/// <param name="Html">A whole document.</param>
/// <param name="Text">Lines of at most <see cref="TextLayout.Columns"/> characters, but for addresses that cannot be broken.</param>
public sealed record Rendered(string Subject, string Html, string Text);
