using System.Net;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Site;

internal sealed class SiteOptions
{
    public const string Section = "RunBackCare:Site";

    /// <summary>Under which people reach the site; the links in mails start with it.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Networks of the proxies in front, whose word on the caller's address is taken. This machine's own is always taken.</summary>
    public List<string> Proxies { get; } = [];
}

internal sealed class SiteOptionsCheck : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var faults = new SettingFaults(SiteOptions.Section);
        faults.Refuse(!IsSite(options.PublicUrl), nameof(options.PublicUrl), "is missing or not the http(s) address of a site: the links in mails start with it", "https://plans.example.org");
        foreach (var proxy in options.Proxies.Where(proxy => !IPNetwork.TryParse(proxy, out _)))
        {
            faults.Refuse(true, $"{nameof(options.Proxies)}:{options.Proxies.IndexOf(proxy)}", $"is '{proxy}', which is no network", "172.18.0.0/16");
        }

        return faults.Result();
    }

    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };
}
