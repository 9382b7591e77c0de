namespace RunBackCare.Worker.Site;

/// <summary>What a page may load and do, said to the browser. Metadata of an endpoint; <see cref="Strict"/> where nothing else is said.</summary>
internal sealed record PagePolicy(string ContentSecurityPolicy)
{
    /// <summary>Our own pages: one style sheet, no script at all.</summary>
    public static PagePolicy Strict { get; } = new(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    /// <summary>A page with a script of ours.</summary>
    public static PagePolicy OwnScript { get; } = new(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    /// <summary>A mail shown as a page: it brings its own style, and nothing else.</summary>
    public static PagePolicy Mail { get; } = new(
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    /// <summary>Hangfire's pages: its own scripts and fonts, and colours that it writes into style attributes.</summary>
    public static PagePolicy Dashboard { get; } = new(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
}
