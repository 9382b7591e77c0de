using System.Globalization;
using Hangfire.Dashboard;
using Hangfire.Dashboard.Pages;
using NodaTime;

namespace RunBackCare.Worker.Admin;

/// <summary>Our page inside Hangfire's layout.</summary>
internal sealed class MailsPage(Mails mails, bool still) : RazorPage
{
    public const string Route = "/mails";

    /// <summary>Present in the address when the page is to stand still.</summary>
    public const string StillQuery = "still";

    public override void Execute()
    {
        Layout = new LayoutPage("Mails");
        WriteLiteral("<h1 class=\"page-header\">Mails</h1>");
        WriteFreshness();
        WriteLiteral("<div class=\"row\"><div class=\"col-md-6\">");
        WriteThisWeek();
        WriteLiteral("</div><div class=\"col-md-6\">");
        WriteMessages();
        WriteLiteral("</div></div>");
        WritePlanFaults();
        WriteNextRuns();
    }

    private void WriteFreshness()
    {
        var (link, words) = still ? (Route, "Refresh by itself") : ($"{Route}?{StillQuery}", "Hold still");
        WriteLiteral($"<p class=\"text-muted\">As of {Time(mails.At)} UTC. <a href=\"{Url.To(link)}\">{words}</a></p>");
    }

    private void WriteThisWeek()
    {
        WriteLiteral("<h3>People</h3><table class=\"table\" id=\"people\"><tbody>");
        Row("active", "Active subscribers", mails.Subscribers);
        Row("planned", string.Create(CultureInfo.InvariantCulture, $"With a plan for the week of {mails.Week:d MMMM} or later"), mails.Planned);
        Row("due", "Due to be planned now", mails.Delivery.Due, "info");
        Row("unplanned", "Planning failed, will be tried again", mails.Unplanned, "danger");
        WriteLiteral("</tbody></table>");
    }

    private void WriteMessages()
    {
        var delivery = mails.Delivery;
        WriteLiteral("<h3>Messages of the last seven days</h3><table class=\"table\" id=\"messages\"><tbody>");
        Row("queued", delivery.OldestWaiting is { } since ? $"Queued, the oldest waiting since {Time(since)}" : "Queued", delivery.Queued);
        Row("sending", "Being sent", delivery.Sending);
        Row("sent", "Sent: accepted by the mail server", delivery.SentThisWeek, "success");
        Row("sent-today", "… of these in the last 24 hours", delivery.SentToday, "success");
        Row("deferred", "Deferred: will be tried again", delivery.Deferred, "warning");
        Row("uncertain", "Uncertain: perhaps accepted, will be tried again as the same message", delivery.Uncertain, "warning");
        Row("refused", "Refused for good", delivery.Refused, "danger");
        Row("stale", "Stale: too late to be of use, not sent", delivery.Stale, "warning");
        Row("cancelled", "Cancelled: the person left first", delivery.Cancelled);
        WriteLiteral("</tbody></table>");
    }

    private void WritePlanFaults()
    {
        if (mails.PlanFaults.IsEmpty)
        {
            return;
        }

        WriteLiteral("<h3>Planning failed for</h3><table class=\"table\" id=\"faults\"><thead><tr><th>Subscriber</th><th>Why</th><th>Times</th><th>Next try</th></tr></thead><tbody>");
        foreach (var fault in mails.PlanFaults)
        {
            Cells(fault.SubscriberId, fault.Why, fault.Failures, Time(fault.NextTry));
        }

        WriteLiteral("</tbody></table>");
    }

    private void WriteNextRuns()
    {
        WriteLiteral("<h3>Next runs</h3><table class=\"table\" id=\"runs\"><thead><tr><th>Job</th><th>Next (UTC)</th><th>Last (UTC)</th><th>Last result</th></tr></thead><tbody>");
        foreach (var run in mails.NextRuns)
        {
            Cells(run.Job, Time(run.At), Time(run.Last), run.LastState ?? "–");
        }

        WriteLiteral("</tbody></table>");
    }

    /// <param name="tone">Colour of a number above 0, in the dashboard's own words; readable in its light and dark dress.</param>
    private void Row(string name, string words, long count, string tone = "default")
    {
        WriteLiteral("<tr><td>");
        Write(words);
        WriteLiteral($"</td><td class=\"text-right\"><strong id=\"{name}\" class=\"{(count > 0 && tone != "default" ? $"label label-{tone}" : "")}\">");
        Write(count.ToString("N0", CultureInfo.InvariantCulture));
        WriteLiteral("</strong></td></tr>");
    }

    private void Cells(params ReadOnlySpan<object> values)
    {
        WriteLiteral("<tr>");
        foreach (var value in values)
        {
            WriteLiteral("<td>");
            Write(value);
            WriteLiteral("</td>");
        }

        WriteLiteral("</tr>");
    }

    private static string Time(Instant? at) => at is { } instant ? instant.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "–";
}
