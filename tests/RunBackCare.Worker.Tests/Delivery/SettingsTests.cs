using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Tests.Delivery;

public sealed class SettingsTests
{
    [Fact]
    public void Good_settings_are_taken() => Assert.Empty(Faults(("Smtp:Host", "smtp.example.org"), ("Smtp:Tls", "starttls")));

    [Fact]
    public void A_pickup_folder_is_enough() => Assert.Empty(Faults(("Pickup:Folder", "/nowhere/yet")));

    [Theory]
    [InlineData("Smtp:Host", "", "RunBackCare:Smtp:Host is missing: name the server that takes mail (or a folder, RunBackCare:Pickup:Folder), such as RunBackCare__Smtp__Host=smtp.example.org")]
    [InlineData("Pickup:Folder", "/tmp", "RunBackCare:Smtp:Host and RunBackCare:Pickup:Folder are both set")]
    [InlineData("Smtp:Host", "smtp://example.org", "RunBackCare:Smtp:Host is no host name")]
    [InlineData("Smtp:Port", "0", "RunBackCare:Smtp:Port must be 1 to 65535, such as RunBackCare__Smtp__Port=587")]
    [InlineData("Smtp:Port", "smtp", "RunBackCare:Smtp:Port")]
    [InlineData("Smtp:Tls", "ssl", "RunBackCare:Smtp:Tls")]
    [InlineData("Smtp:Prot", "25", "Prot")]
    [InlineData("Smtp:User", "mailer", "RunBackCare:Smtp:Password is missing: set user and password, or neither")]
    [InlineData("Smtp:Lanes", "0", "RunBackCare:Smtp:Lanes must be 1 to 64")]
    [InlineData("Smtp:MessagesPerSecond", "-1", "RunBackCare:Smtp:MessagesPerSecond must be 0 (no limit)")]
    [InlineData("Smtp:AuthorityFile", "/nowhere/ca.pem", "RunBackCare:Smtp:AuthorityFile names a file that is not there")]
    [InlineData("Mail:From", "", "RunBackCare:Mail:From is missing or no address")]
    [InlineData("Mail:ReplyDomain", "not a domain", "RunBackCare:Mail:ReplyDomain is missing or no domain")]
    [InlineData("Mail:FeedbackSender", "a b", "RunBackCare:Mail:FeedbackSender must be 5 to 15 letters or digits")]
    [InlineData("Mail:DkimSelector", "mail2026", "RunBackCare:Mail:DkimKeyFile is missing though there is a selector")]
    [InlineData("Mail:DkimKeyFile", "/nowhere/dkim.pem", "RunBackCare:Mail:DkimSelector is missing though there is a key file")]
    [InlineData("Operator:Name", "", "RunBackCare:Operator:Name is missing")]
    [InlineData("Operator:PostalAddress", " ", "RunBackCare:Operator:PostalAddress is missing")]
    [InlineData("Operator:Contact", "", "RunBackCare:Operator:Contact is missing")]
    [InlineData("Delivery:LeaseSeconds", "60", "RunBackCare:Delivery:LeaseSeconds must be longer than RunBackCare:Smtp:TimeoutSeconds")]
    [InlineData("Delivery:MaxAttempts", "0", "RunBackCare:Delivery:MaxAttempts must be 1 or more")]
    public void A_wrong_setting_is_named_with_an_example(string key, string value, string said) =>
        Assert.Contains(Faults(("Smtp:Host", "smtp.example.org"), (key, value)), fault => fault.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData(null, "RunBackCare:Mail:DkimKeyFile names a file that cannot be read")]
    [InlineData("no key at all", "RunBackCare:Mail:DkimKeyFile cannot be used (It is no RSA private key in PEM without a password)")]
    public void A_signing_key_that_cannot_sign_stops_the_program(string? content, string said)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.pem");
        try
        {
            if (content is not null)
            {
                File.WriteAllText(file, content);
            }

            var fault = Assert.Single(Faults(("Smtp:Host", "smtp.example.org"), ("Mail:DkimSelector", "mail2026"), ("Mail:DkimKeyFile", file)));
            Assert.StartsWith(said, fault, StringComparison.Ordinal);
            Assert.EndsWith("such as RunBackCare__Mail__DkimKeyFile=/etc/runbackcare/dkim.pem", fault, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_signing_key_that_can_is_what_the_sender_signs_with()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.pem");
        using var key = RSA.Create(2048);
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        try
        {
            (string, string)[] settings = [("Smtp:Host", "smtp.example.org"), ("Mail:DkimSelector", "mail2026"), ("Mail:DkimKeyFile", file)];
            Assert.Empty(Faults(settings));
            using var services = Services(settings);
            Assert.NotNull(services.GetRequiredService<Sender>().Seal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("user <ann@example.org> unknown", "user <(address)> unknown")]
    [InlineData("ann.b+x@example.org: \"o d d\"@example.org, x@[127.0.0.1]", "(address): (address), (address)")]
    [InlineData("no mailbox ann.b here\r\nbye", "no mailbox (name) here bye")]
    public void What_a_server_says_is_kept_without_addresses(string said, string kept) =>
        Assert.Equal(kept, Worker.Delivery.Transports.ServerText.Clean(said, "ann.b@example.org"));

    [Fact]
    public void Backoff_grows_and_then_stays()
    {
        var options = new DeliveryOptions { BackoffSeconds = [10, 20] };

        Assert.Equal([10, 20, 20], [.. new[] { 1, 2, 3 }.Select(attempts => options.BackoffAfter(attempts).TotalSeconds)]);
    }

    private static List<string> Faults(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            return [.. wrong.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(wrong => wrong.Failures)];
        }
    }

    private static ServiceProvider Services((string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(PostOffice.Usual)
            .AddInMemoryCollection(settings.GroupBy(s => s.Key).Select(s => KeyValuePair.Create($"RunBackCare:{s.Key}", (string?)s.Last().Value)))
            .Build();
        return new ServiceCollection().AddDelivery(configuration).BuildServiceProvider();
    }
}
