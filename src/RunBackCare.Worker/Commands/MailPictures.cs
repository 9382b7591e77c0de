using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace RunBackCare.Worker.Commands;

/// <summary>
/// Pictures of mails as people see them: on a phone and beside it on a desktop, light and dark. Taken by the Chromium that is installed;
/// where there is none, there are none.
/// </summary>
internal static partial class MailPictures
{
    private const int PhoneWidth = 375;
    private const int DesktopWidth = 720;
    private const int Gap = 40;

    /// <summary>A browser draws no picture higher than this.</summary>
    private const int MostHeight = 16_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    /// <param name="pages">Mails as <c>.html</c> files; the pictures come to lie beside them.</param>
    public static async Task TakeAsync(IReadOnlyList<string> pages, CancellationToken cancellation)
    {
        if (Browser() is not { } browser)
        {
            await Console.Error.WriteLineAsync("No Chromium on the PATH: the mails have no pictures.");
            return;
        }

        var desk = Directory.CreateTempSubdirectory("runbackcare-pictures-");
        try
        {
            using var progress = new ProgressBar("Pictures");
            foreach (var (number, page) in pages.Index())
            {
                progress.Show(number, pages.Count);
                await TakeAsync(browser, desk.FullName, page, cancellation);
            }

            progress.Show(pages.Count, pages.Count);
        }
        finally
        {
            desk.Delete(recursive: true);
        }
    }

    private static async Task TakeAsync(string browser, string desk, string page, CancellationToken cancellation)
    {
        var sheet = Path.Combine(desk, "sheet.html");
        await File.WriteAllTextAsync(sheet, Sheet(await File.ReadAllTextAsync(page, cancellation)), cancellation);
        var address = new Uri(sheet).AbsoluteUri;
        var title = Title().Match(await RunAsync(browser, desk, ["--dump-dom", address], cancellation));
        var height = title.Success ? Math.Min(int.Parse(title.Groups["height"].Value, CultureInfo.InvariantCulture), MostHeight) : MostHeight;
        var size = string.Create(CultureInfo.InvariantCulture, $"--window-size={PhoneWidth + DesktopWidth + (3 * Gap)},{height + (2 * Gap)}");
        foreach (var (scheme, ending) in new[] { ("1", ".png"), ("0", ".dark.png") })
        {
            await RunAsync(browser, desk, [size, $"--blink-settings=preferredColorScheme={scheme}", $"--screenshot={Path.ChangeExtension(Path.GetFullPath(page), ending)}", address], cancellation);
        }
    }

    /// <summary>The mail twice in frames, which have the widths of screens, and the height of the longer one as the title.</summary>
    private static string Sheet(string mail)
    {
        var content = WebUtility.HtmlEncode(mail);
        return $$"""
            <!DOCTYPE html><html><head><title>?</title><style>
            body { margin: {{Gap}}px; display: flex; gap: {{Gap}}px; align-items: flex-start; background: #c9ccd1; }
            iframe { border: 0; flex: none; background: #ffffff; }
            </style></head><body>
            <iframe width="{{PhoneWidth}}" srcdoc="{{content}}"></iframe><iframe width="{{DesktopWidth}}" srcdoc="{{content}}"></iframe>
            <script>
            addEventListener('load', () => {
              let height = 0;
              for (const frame of document.querySelectorAll('iframe')) {
                const own = frame.contentDocument.documentElement.scrollHeight;
                frame.height = own;
                height = Math.max(height, own);
              }
              document.title = height;
            });
            </script></body></html>
            """;
    }

    private static async Task<string> RunAsync(string browser, string desk, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        // Chromium's sandbox refuses to run as root; what is shown here is our own page.
        string[] asRoot = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        var start = new ProcessStartInfo(browser, [.. Flags, .. asRoot, $"--user-data-dir={desk}/profile", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new CommandException($"{browser} did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            _ = await errors;
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new CommandException($"{browser} did not finish a picture within {Patience.TotalSeconds:F0} seconds.");
        }
    }

    private static string? Browser() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [GeneratedRegex("<title>(?<height>[0-9]+)</title>", RegexOptions.None, 1000)]
    private static partial Regex Title();
}
