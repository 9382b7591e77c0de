using System.Globalization;
using NodaTime;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>
/// A post room whose mails leave through a real Postfix and whose answers are read from a real Dovecot. Its time lies in the past: to the servers all
/// arrives "later", which the reader takes for now.
/// </summary>
internal sealed class RealServersRoom : IAsyncDisposable
{
    public static LocalDate Monday { get; } = new(2025, 12, 8);

    public required Dovecot Dovecot { get; init; }

    public required Postfix Postfix { get; init; }

    public required PostRoom Room { get; init; }

    /// <param name="user">Whose mailbox is read: <c>reply</c> or <c>bounce</c>, which one alias brings together in a real installation.</param>
    public static async Task<RealServersRoom> OpenAsync(string user, params (string Key, string Value)[] settings) => await OpenAsync(await Dovecot.StartAsync(), user, settings);

    public static async Task<RealServersRoom> OpenAsync(Dovecot dovecot, string user, params (string Key, string Value)[] settings)
    {
        var postfix = await Postfix.StartAsync(dovecot);
        var room = await PostRoom.OpenAsync(
        [
            ("RunBackCare:Pickup:Folder", ""),
            ("RunBackCare:Smtp:Host", Postfix.Host),
            ("RunBackCare:Smtp:Port", Text(postfix.Port)),
            ("RunBackCare:Inbox:Folder", ""),
            ("RunBackCare:Inbox:Host", Dovecot.Host),
            ("RunBackCare:Inbox:Port", Text(dovecot.ImapPort)),
            ("RunBackCare:Inbox:Tls", "None"),
            ("RunBackCare:Inbox:User", user),
            ("RunBackCare:Inbox:Password", Dovecot.Password),
            .. settings,
        ]);
        room.Clock.Reset(Instant.FromUtc(2025, 12, 7, 16, 0));
        return new() { Dovecot = dovecot, Postfix = postfix, Room = room };
    }

    /// <summary>Somebody with this address, whose first week has gone out.</summary>
    public Task<Subscriber> JoinAsync(string address)
    {
        var someone = People.Someone();
        (someone.Address, someone.AddressKey) = (address, address);
        return Room.JoinAsync(Monday.PlusDays(-1).At(new(17, 0)), someone);
    }

    /// <summary>Waits until so many messages came in and were read.</summary>
    public async Task ReadAsync(int messages)
    {
        for (var read = await Room.ReadAndSendAsync(); read < messages; read += await Room.ReadAndSendAsync())
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        await Postfix.DisposeAsync();
        await Dovecot.DisposeAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
