using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class TokenHolderFacts
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly LocalDate Week = new(2026, 11, 30);

    [Fact]
    public async Task A_token_leads_to_its_person()
    {
        await using var worker = await TestWorker.StartAsync();
        var (someone, token) = await SomeoneWithTokenAsync(worker, TokenPurpose.Pain);

        var held = await worker.Get<TokenHolder>().FindAsync(token, TokenPurpose.Pain, None);

        Assert.Equal((someone.Id, Week), (held?.Subscriber?.Id, held?.Token.Week));
    }

    [Fact]
    public async Task Revoked_old_and_foreign_tokens_lead_nowhere()
    {
        await using var worker = await TestWorker.StartAsync();
        var (someone, token) = await SomeoneWithTokenAsync(worker, TokenPurpose.Pain);
        var holder = worker.Get<TokenHolder>();

        Assert.Null(await holder.FindAsync(token, TokenPurpose.Leave, None));
        Assert.Null(await holder.FindAsync("no token at all", TokenPurpose.Pain, None));
        await worker.ReadAsync(db => db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(s => s.TokenVersion, 1)));
        Assert.Null(await holder.FindAsync(token, TokenPurpose.Pain, None));

        worker.Clock.AdvanceDays(61);
        someone.TokenVersion = 1;
        Assert.Null(await holder.FindAsync(await WriteAsync(worker, someone, TokenPurpose.Pain), TokenPurpose.Pain, None));
    }

    [Fact]
    public async Task Of_the_erased_the_token_alone_is_left()
    {
        await using var worker = await TestWorker.StartAsync();
        var (someone, token) = await SomeoneWithTokenAsync(worker, TokenPurpose.Leave);
        await worker.ReadAsync(db => db.Subscribers.ExecuteDeleteAsync());

        var held = await worker.Get<TokenHolder>().FindAsync(token, TokenPurpose.Leave, None);

        Assert.Equal((someone.Id, null), (held?.Token.SubscriberId, held?.Subscriber));
    }

    [Fact]
    public async Task A_new_key_signs_only_when_every_process_has_had_time_to_read_it()
    {
        await using var worker = await TestWorker.StartAsync();
        var made = worker.Clock.GetCurrentInstant();
        await worker.StoreAsync(new TokenKey { Number = 2, Secret = new byte[32], CreatedAt = made });
        var (someone, before) = await SomeoneWithTokenAsync(worker, TokenPurpose.Leave);
        worker.Clock.Advance(TokenKeys.SignsAfter);
        var after = await WriteAsync(worker, someone, TokenPurpose.Leave);

        Assert.Equal([1, 2], new[] { before, after }.Select(KeyNumber));
        Assert.NotNull(await worker.Get<TokenHolder>().FindAsync(before, TokenPurpose.Leave, None));
        Assert.NotNull(await worker.Get<TokenHolder>().FindAsync(after, TokenPurpose.Leave, None));
    }

    private static async Task<(Subscriber Someone, string Token)> SomeoneWithTokenAsync(TestWorker worker, TokenPurpose purpose)
    {
        var someone = People.Someone();
        await worker.StoreAsync(someone);
        return (someone, await WriteAsync(worker, someone, purpose));
    }

    private static async Task<string> WriteAsync(TestWorker worker, Subscriber someone, TokenPurpose purpose) =>
        (await worker.Get<TokenKeys>().CodecAsync(None)).Write(Token.For(someone, purpose, Week));

    private static int KeyNumber(string token)
    {
        var bytes = new byte[29];
        Assert.True(Base32.TryRead(token, bytes));
        return bytes[1];
    }
}
