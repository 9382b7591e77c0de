using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Site;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>Addresses of a person's own pages. A mail carries those that exist, and no other.</summary>
internal sealed class SiteLinks
{
    public const string Key = $"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}";

    private readonly string _site;

    /// <param name="site">Under which people reach the site, with a path where it has one.</param>
    public SiteLinks(Uri site) => _site = site.AbsoluteUri.TrimEnd('/');

    /// <exception cref="OptionsValidationException">The site's address is missing or none.</exception>
    public static SiteLinks From(IConfiguration configuration) =>
        Uri.TryCreate(configuration[Key], UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
            ? new(site)
            : throw new OptionsValidationException(Key, typeof(SiteLinks), [SettingFaults.Text(Key, "is missing or no web address: where people reach the site", "https://plans.example.org")]);

    /// <param name="week">Monday of the week the mail is about.</param>
    public Links For(Subscriber subscriber, MailKind kind, LocalDate week, TokenCodec codec)
    {
        return new()
        {
            Leave = Page("leave", TokenPurpose.Leave),
            Confirm = kind == MailKind.Confirm ? Page("confirm", TokenPurpose.Confirm) : null,
            Week = kind == MailKind.Week ? Page("week", TokenPurpose.Week) : null,
            Calendar = kind == MailKind.Week ? Page("calendar", TokenPurpose.Calendar, ".ics") : null,
        };

        Uri Page(string name, TokenPurpose purpose, string ending = "") => new($"{_site}/{name}/{codec.Write(Token.For(subscriber, purpose, week))}{ending}");
    }
}
