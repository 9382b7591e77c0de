using Microsoft.Playwright;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>What a page is looked at on.</summary>
public sealed record Screen(int Width, int Height, ColorScheme Scheme)
{
    public static readonly Screen Desktop = new(1280, 800, ColorScheme.Light);

    public static readonly Screen Phone = new(390, 844, ColorScheme.Light);

    public static IEnumerable<(string Name, Screen Screen)> All =>
    [
        ("desktop", Desktop),
        ("desktop-dark", Desktop with { Scheme = ColorScheme.Dark }),
        ("phone", Phone),
        ("phone-dark", Phone with { Scheme = ColorScheme.Dark }),
    ];
}
