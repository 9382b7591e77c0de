using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>What bounces and complaints do to a person's mails.</summary>
public sealed class ReturnedMailFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);

    [Fact]
    public async Task An_address_that_is_gone_is_given_up_at_once_with_the_reason()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await BounceAsync(room, ann, Monday.At(new(9, 0)), "5.1.1", $"550 5.1.1 <{ann.Address}>: no such user");

        var given = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Suppressed, null), (given.State, given.NextPlanAt));
        var suppression = await room.ReadAsync(db => db.Suppressions.SingleAsync());
        Assert.Equal(("hard-bounce", (long?)ann.Id), (suppression.Why, suppression.SubscriberId));
        Assert.StartsWith("5.1.1 userunknown: ", suppression.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Address, suppression.Evidence, StringComparison.OrdinalIgnoreCase);
        Assert.True((await room.ReadAsync(db => db.Bounces.SingleAsync())).Hard);

        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        Assert.Equal([MailKind.Week], await room.KindsAsync(ann));
    }

    [Fact]
    public async Task Four_weeks_of_bounces_that_may_pass_end_it_and_a_reply_between_begins_anew()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await FullAsync(0);
        await FullAsync(0);
        await FullAsync(1);
        await FullAsync(2);
        await room.TakeAsync(await room.AnswerOfAsync(ann, "3"));
        await FullAsync(3);
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);

        await FullAsync(4);
        await FullAsync(5);
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        await FullAsync(6);

        Assert.Equal(SubscriberState.Suppressed, (await room.AsStoredAsync(ann)).State);
        Assert.Equal("soft-bounces", (await room.ReadAsync(db => db.Suppressions.SingleAsync())).Why);

        Task<InboundMessage> FullAsync(int week) => BounceAsync(room, ann, Monday.PlusWeeks(week).At(new(9, 0)), "4.2.2", "452 4.2.2 mailbox full");
    }

    [Theory]
    [InlineData("5.7.26")]
    [InlineData("5.7.25")]
    [InlineData("5.7.515")]
    public async Task A_fault_of_ours_suppresses_nobody_stops_the_weeks_for_a_while_and_tells_the_operator(string status)
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var bob = await room.JoinAsync(Joining);
        var sunday = Monday.PlusDays(6).At(new(16, 59));

        await BounceAsync(room, ann, sunday, status, $"550 {status} not authenticated");

        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        Assert.Equal(0, await room.ReadAsync(db => db.Suppressions.CountAsync()));
        Assert.Equal(AlertKind.OwnFault, Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync())).Kind);

        await room.LiveUntilAsync(bob, sunday.PlusMinutes(2));
        Assert.Equal(DeliveryState.Queued, (await room.MailsAsync(bob))[^1].State);
        await room.TakeAsync(await room.AnswerOfAsync(bob, "3"));
        Assert.Equal(DeliveryState.Sent, (await room.MailsAsync(bob)).Single(m => m.Kind == MailKind.Receipt).State);
        Assert.Contains(await room.MailsAsync(bob), m => m is { Kind: MailKind.Week, State: DeliveryState.Queued });

        await room.LiveUntilAsync(bob, sunday.PlusMinutes(61));
        Assert.DoesNotContain(await room.MailsAsync(bob), m => m.State == DeliveryState.Queued);
    }

    [Fact]
    public async Task A_complaint_ends_it_at_once_and_without_a_word()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Monday.At(new(9, 0)));

        var inbound = await room.TakeAsync(IncomingMails.Complaint(await room.AddressAsync(ann, TokenPurpose.Reply), room.Clock.GetCurrentInstant()));

        Assert.Equal((InboundOutcome.Complaint, ann.Id), (inbound.Outcome, inbound.SubscriberId));
        Assert.Equal(SubscriberState.Left, (await room.AsStoredAsync(ann)).State);
        Assert.Equal([MailKind.Week], await room.KindsAsync(ann));
        Assert.Equal("complaint", (await room.ReadAsync(db => db.Suppressions.SingleAsync())).Why);
    }

    [Fact]
    public async Task A_bounce_that_shows_no_mail_of_ours_harms_nobody()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Monday.At(new(9, 0)));

        var inbound = await room.TakeAsync(IncomingMails.Bounce("plans@example.org", ann.Address, "5.1.1", "550 5.1.1 no such user", room.Clock.GetCurrentInstant()));

        Assert.Equal((InboundOutcome.Bounce, null), (inbound.Outcome, inbound.SubscriberId));
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
    }

    private static async Task<InboundMessage> BounceAsync(PostRoom room, Subscriber person, LocalDateTime at, string status, string said)
    {
        room.SetTime(person, at);
        return await room.TakeAsync(IncomingMails.Bounce(await room.AddressAsync(person, TokenPurpose.Bounce), person.Address, status, said, room.Clock.GetCurrentInstant()));
    }
}
