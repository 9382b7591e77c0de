using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Inbox;

public sealed class ManyRepliesTests(ITestOutputHelper output)
{
    private static readonly int Count = Environment.GetEnvironmentVariable("RUNBACKCARE_FULL") == "1" ? 1_000 : 60;

    private static readonly LocalDate Monday = new(2026, 12, 7);

    [Fact]
    public async Task Sunday_evenings_replies_are_all_read_and_answered_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var people = Enumerable.Range(0, Count).Select(_ => People.Someone(due: Instant.FromUtc(2026, 12, 6, 16, 0))).ToList();
        people.ForEach(p => p.JoinedOn = new(2026, 12, 6));
        await room.StoreAsync([.. people]);
        await room.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        await room.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Sent)));
        room.SetTime(people[0], Monday.PlusDays(5).At(new(20, 0)));
        foreach (var person in people)
        {
            room.Drop(await room.AnswerOfAsync(person, "2, all done"));
        }

        var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var read = await room.Get<RunBackCare.Worker.Inbox.ReadReplies>().RunAsync(TestContext.Current.CancellationToken);
        var reading = Stopwatch.GetElapsedTime(began);
        await room.Get<SendQueuedMail>().RunAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"{Count} replies read in {reading.TotalSeconds:F1} s, read and answered in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s; our own work {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:F1} s.");

        Assert.Equal(Count, read);
        Assert.Equal(Count, await room.ReadAsync(db => db.PainReports.Select(r => r.SubscriberId).Distinct().CountAsync()));
        Assert.Equal(Count, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.Equal(Count, await room.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == MailKind.Receipt && m.State == DeliveryState.Sent)));
        Assert.Empty(Directory.GetFiles(room.In));
    }
}
