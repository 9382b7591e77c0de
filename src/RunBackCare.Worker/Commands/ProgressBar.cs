namespace RunBackCare.Worker.Commands;

/// <summary>A bar on stderr while long work goes on; silent where stderr is no terminal, so that logs stay clean.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Width = 30;

    private readonly string _what;
    private readonly bool _shown = !Console.IsErrorRedirected;
    private int _drawn = -1;

    public ProgressBar(string what) => _what = what;

    public void Show(long done, long total)
    {
        var filled = total <= 0 ? 0 : (int)Math.Clamp(done * Width / total, 0, Width);
        var state = HashCode.Combine(done, total);
        if (_shown && state != _drawn)
        {
            _drawn = state;
            Console.Error.Write($"\r{_what} [{new string('#', filled)}{new string('.', Width - filled)}] {done:N0} of {total:N0} ");
        }
    }

    public void Dispose()
    {
        if (_shown && _drawn != -1)
        {
            Console.Error.WriteLine();
        }
    }
}
