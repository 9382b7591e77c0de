namespace RunBackCare.Worker.Site;

internal static class SecurityHeaders
{
    /// <summary>On every answer, errors and files included.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static PagePolicy PolicyOf(Endpoint? page) =>
        page?.Metadata.GetMetadata<PagePolicy>() ?? (page?.Metadata.GetMetadata<OwnScriptAttribute>() is null ? PagePolicy.Strict : PagePolicy.OwnScript);

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context.GetEndpoint()).ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        if (headers.CacheControl.Count == 0)
        {
            // Pages behind a token or a login must not stay on a shared computer.
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
