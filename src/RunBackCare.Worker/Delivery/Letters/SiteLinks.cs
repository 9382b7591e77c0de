using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Site;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.SignUps;

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

    /// <summary>A page behind the admins' login.</summary>
    public Uri Admin(string page) => new($"{_site}{Dashboard.Path}/{page}");

    /// <param name="week">Monday of the week the mail is about.</param>
    public Links For(Subscriber subscriber, MailKind kind, LocalDate week, TokenCodec codec)
    {
        return new()
        {
            Leave = Page("leave", TokenPurpose.Leave),
            Confirm = kind == MailKind.Confirm ? Page("confirm", TokenPurpose.Confirm) : null,
            Week = kind == MailKind.Week ? Page("week", TokenPurpose.Week) : null,
            Pain = kind == MailKind.Week ? Page("pain", TokenPurpose.Pain) : null,
            Preferences = kind is MailKind.Week or MailKind.Receipt or MailKind.Flare or MailKind.Clearance or MailKind.ClearanceReminder ? Page("me", TokenPurpose.Preferences) : null,
            Calendar = kind == MailKind.Week ? Page("calendar", TokenPurpose.Calendar, ".ics") : null,
        };

        Uri Page(string name, TokenPurpose purpose, string ending = "") => new($"{_site}/{name}/{codec.Write(Token.For(subscriber, purpose, week))}{ending}");
    }

    /// <summary>Opens a person's own pages for an hour.</summary>
    /// <param name="given">Of the mail's row: a second attempt is the same mail.</param>
    public Uri Open(Subscriber person, TokenPurpose purpose, Instant given, TokenCodec codec) =>
        Of(purpose == TokenPurpose.OwnSummary ? "summary" : "me", codec.Write(Token.ForAnHour(person, purpose, given)));

    public Uri Confirm(SignUp signUp, TokenCodec codec) => Of("confirm", codec.Write(new(TokenPurpose.SignUp, 0, signUp.Id, signUp.CreatedAt.InUtc().Date)));

    public Uri Confirm(AddressChange change, TokenCodec codec) => Of("address", codec.Write(new(TokenPurpose.NewAddress, 0, change.Id, change.CreatedAt.InUtc().Date)));

    private Uri Of(string page, string token) => new($"{_site}/{page}/{token}");
}
