using System.Net;

namespace RunBackCare.Worker.Doctor;

/// <summary>What cannot be seen from this machine.</summary>
/// <param name="NameServer">Who is asked; null for the system's own.</param>
/// <param name="SendsFrom">The address under which receivers see our mail; null for the SMTP server's own.</param>
/// <param name="DkimSelector">Under which the relay signs, where we do not.</param>
internal sealed record Told(IPEndPoint? NameServer, IPAddress? SendsFrom, string? DkimSelector);

/// <summary>All checks, one after the other, each to its end.</summary>
internal sealed class Examination(SettingsAdvice settings, DatabaseCheck database, MailServerCheck mailServer, InboxCheck inbox, DnsCheck dns)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(Told told, CancellationToken cancellation) =>
    [
        .. settings.Run(),
        .. await database.RunAsync(cancellation),
        .. await mailServer.RunAsync(cancellation),
        .. await inbox.RunAsync(cancellation),
        .. await dns.RunAsync(told, cancellation),
    ];
}

internal static class DoctorServices
{
    public static IServiceCollection AddDoctor(this IServiceCollection services) => services
        .AddSingleton<SettingsAdvice>()
        .AddSingleton<DatabaseCheck>()
        .AddSingleton<MailServerCheck>()
        .AddSingleton<InboxCheck>()
        .AddSingleton<DnsCheck>()
        .AddSingleton<Examination>();
}
