using System.Text;
using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>What judges that others wrote say of every mail.</summary>
public sealed class PagesInClientsTests
{
    private const int Kilobyte = 1024;

    [Fact]
    public async Task Html_validate_finds_nothing_wrong() => Assert.Empty(await FaultsAsync(page => page.Markup));

    [Fact]
    public async Task Axe_finds_nothing_against_WCAG_A_and_AA_on_a_light_screen() => Assert.Empty(await FaultsAsync(page => page.Light));

    [Fact]
    public async Task Nor_on_a_dark_one() => Assert.Empty(await FaultsAsync(page => page.Dark));

    [Fact]
    public async Task Every_client_is_served_at_90_of_100_or_better() =>
        Assert.Empty(await FaultsAsync(page => page.Clients.Where(c => c.Value < 90).Select(c => $"{c.Key} {c.Value}")));

    [Fact]
    public async Task No_page_needs_more_of_a_client_than_MJMLs_of_the_same_mail() =>
        Assert.Empty(await FaultsAsync(page => page.Features.Ours.Length > page.Features.Theirs.Length ? page.Features.Ours.Except(page.Features.Theirs) : []));

    [Fact]
    public async Task No_page_is_wider_than_a_phone() => Assert.Empty(await FaultsAsync(page => page.Overflow > 0 ? [$"{page.Overflow} pixels"] : []));

    [Fact]
    public async Task All_of_them_were_looked_at() => Assert.Equal(JudgedMails.All.Select(m => m.Name).Order(StringComparer.Ordinal), (await MailTools.ReportAsync()).Mails.Select(m => m.Name).Order(StringComparer.Ordinal));

    /// <summary>Gmail cuts a page at 102 KB.</summary>
    [Fact]
    public void A_page_stays_under_80_KB_and_a_persons_week_under_60()
    {
        Assert.All(JudgedMails.All, mail => Assert.InRange(Size(mail.View), Kilobyte, 80 * Kilobyte));
        Assert.All(JudgedMails.All.Where(m => m.View is WeekView && m.Name != JudgedMails.Longest), mail => Assert.InRange(Size(mail.View), Kilobyte, 60 * Kilobyte));
    }

    [Fact]
    public void The_weeks_that_are_looked_at_are_of_every_kind() =>
        Assert.Superset(
            new HashSet<string>(["A small step up", "A steady week", "A walking week", "On hold", "One step easier", "Running paused", "Your first week"], StringComparer.Ordinal),
            JudgedMails.All.Select(m => m.View).OfType<WeekView>().Select(v => v.Badge).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void What_a_view_holds_its_page_and_its_text_say()
    {
        string[] elsewhere = ["kind", "language", "direction", "title", "preheader", "strip.days.full", "strip.days.words", "taps.taps.page", "taps.taps.number"];
        Assert.All(JudgedMails.All.Where(m => m.Name != JudgedMails.Longest), mail =>
        {
            var rendered = SampleLetters.Render(mail.View);
            var (page, text) = (Reading.OfPage(rendered.Html), Reading.OfText(rendered.Text));
            foreach (var fact in ViewFacts.Of(mail.View).Where(f => !elsewhere.Contains(f.Path) && !f.Path.StartsWith("links.", StringComparison.Ordinal)))
            {
                Assert.Contains(Reading.OfText(fact.Text), page, StringComparison.Ordinal);
                Assert.Contains(Reading.OfText(fact.Text), text, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void No_subject_says_anything_about_health() =>
        Assert.All(JudgedMails.All, mail => Assert.All(SubjectWords.AboutHealth, word => Assert.DoesNotMatch($"(?i)\\b{word}", SampleLetters.Render(mail.View).Subject)));

    private static async Task<List<string>> FaultsAsync(Func<JudgedPage, IEnumerable<string>> of) =>
        [.. from page in (await MailTools.ReportAsync()).Mails from fault in of(page) select $"{page.Name}: {fault}"];

    private static int Size(MailView view) => Encoding.UTF8.GetByteCount(SampleLetters.Render(view).Html);
}
