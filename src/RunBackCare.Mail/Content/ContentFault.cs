namespace RunBackCare.Mail.Content;

/// <summary>One thing an editor has to mend before the content can reach anyone.</summary>
/// <param name="File">Name inside the content directory, such as <c>stretches.yaml</c>.</param>
/// <param name="Line">From 1; 0 where the file could not be read as text at all.</param>
/// <param name="Message">What is wrong and what to put there.</param>
public sealed record ContentFault(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
