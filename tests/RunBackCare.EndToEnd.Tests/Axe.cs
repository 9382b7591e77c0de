using Microsoft.Playwright;
using RunBackCare.Testing;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>axe-core, as npm installs it beside the judges of our mails: WCAG 2 A and AA.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.target.join(' ')}: ${n.failureSummary}`));
        }
        """;

    private static string Program => Repository.File("tests", "mail-tools", "node_modules", "axe-core", "axe.min.js");

    /// <returns>Each fault with its rule and place.</returns>
    public static async Task<string[]> FaultsAsync(IPage page)
    {
        Assert.SkipUnless(File.Exists(Program), "axe-core is not installed; deploy/test.sh installs it.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Program));
        return await page.EvaluateAsync<string[]>(Run);
    }
}
