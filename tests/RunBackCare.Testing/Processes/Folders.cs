namespace RunBackCare.Testing.Processes;

/// <summary>Folders for servers that give up root and go on as users of their own.</summary>
internal static class Folders
{
    private const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;
    private const UnixFileMode EveryoneReads = (UnixFileMode)0b111_101_101;

    public static void LetEveryoneWrite(string path) => Set(path, Everyone);

    public static void LetEveryoneRead(string path) => Set(path, EveryoneReads);

    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
