namespace RunBackCare.Worker.Doctor;

internal enum Verdict
{
    Ok,

    /// <summary>It works, but not as well or as safely as it should.</summary>
    Warning,

    /// <summary>People will get no mail, or their answers will be lost.</summary>
    Error,
}

/// <summary>What one look showed.</summary>
/// <param name="Part">Such as <c>database</c> or <c>SPF</c>.</param>
/// <param name="What">One sentence: how it is.</param>
/// <param name="Remedy">One sentence: what to do. Null where nothing is to be done.</param>
internal sealed record Finding(string Part, Verdict Verdict, string What, string? Remedy = null)
{
    public static Finding Ok(string part, string what) => new(part, Verdict.Ok, what);

    public static Finding Warning(string part, string what, string remedy) => new(part, Verdict.Warning, what, remedy);

    public static Finding Error(string part, string what, string remedy) => new(part, Verdict.Error, what, remedy);
}
