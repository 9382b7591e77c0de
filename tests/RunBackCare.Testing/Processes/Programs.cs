namespace RunBackCare.Testing.Processes;

/// <summary>Finds a program as a shell would; mail servers keep theirs in sbin, which not every user's PATH names.</summary>
public static class Programs
{
    /// <returns>The full path; null where it is not installed.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(["/usr/local/sbin", "/usr/sbin", "/usr/bin"])
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
