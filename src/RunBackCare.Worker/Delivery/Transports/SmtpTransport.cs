using Microsoft.Extensions.Options;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>A mail server.</summary>
internal sealed class SmtpTransport(IOptions<SmtpOptions> options) : IMailTransport
{
    private readonly ServerTrust _trust = new(options.Value.AuthorityFile);

    public int Lanes => options.Value.Lanes;

    public IMailLane CreateLane() => new SmtpLane(options.Value, _trust);
}
