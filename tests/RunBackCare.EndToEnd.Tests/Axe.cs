using Microsoft.Playwright;
using RunBackCare.Testing;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>axe-core's WCAG A and AA rules, run in a page. It is installed with the judges of mails.</summary>
internal static class Axe
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private const string Run =
        """
        async tags => {
            const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
        }
        """;

    private static string Script => Repository.File("tests", "mail-tools", "node_modules", "axe-core", "axe.min.js");

    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        Assert.SkipUnless(File.Exists(Script), "axe-core is not installed; deploy/test.sh installs it (npm ci in tests/mail-tools).");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        return await page.EvaluateAsync<string[]>(Run, Tags);
    }
}
