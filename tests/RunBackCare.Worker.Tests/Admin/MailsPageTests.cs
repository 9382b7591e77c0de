using System.Globalization;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Admin;

public sealed class MailsPageTests
{
    [Fact]
    public async Task A_person_whose_planning_failed_is_named_by_id_with_the_reason_made_harmless()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString, TestAccounts.Settings);
        await worker.UntilReadyAsync();
        var person = await SamplePeople.AddActiveAsync(worker.Services, SystemClock.Instance.GetCurrentInstant());
        await SamplePeople.FailPlanningAsync(worker.Services, person, "No surface <script>alert(1)</script>");
        using var viewer = worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);

        var page = await viewer.GetStringOfAsync("/hangfire/mails");

        Assert.Contains($"{person.ToString(CultureInfo.InvariantCulture)}</a></td><td>No surface &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("id=\"unplanned\" class=\"mark bad\">1<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_refreshes_by_itself_unless_it_is_held_still()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString, TestAccounts.Settings);
        await worker.UntilReadyAsync();
        using var viewer = worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);

        using var fresh = await viewer.GetAsync(new Uri("/hangfire/mails", UriKind.Relative));
        using var still = await viewer.GetAsync(new Uri("/hangfire/mails?still", UriKind.Relative));

        Assert.True(fresh.Headers.Contains("Refresh"));
        Assert.False(still.Headers.Contains("Refresh"));
    }
}
