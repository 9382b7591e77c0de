using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace RunBackCare.Worker.Site;

/// <summary>How much of strangers' traffic the site takes.</summary>
internal static class PublicPosts
{
    /// <summary>For forms: a person needs a few a minute.</summary>
    public const string Policy = "public posts";

    /// <summary>
    /// For leaving: a mail provider posts for thousands of people from a few addresses, and each of those must get through. So it is not
    /// counted by address; only how many are worked on at once is limited, and the rest waits.
    /// </summary>
    public const string LeavePolicy = "leave";

    /// <summary>For what makes us write to an address that somebody typed: a person needs one or two, a whole practice a few more. Looking is free.</summary>
    public const string SignUpPolicy = "sign-up";

    private const int SignUpsInTenMinutes = 20;
    private const int FormsAMinute = 30;
    private const int LeavesAtOnce = 8;
    private const int LeavesWaiting = 2_000;

    public static void Add(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(SignUpPolicy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Caller(context), _ => new() { PermitLimit = SignUpsInTenMinutes, Window = TimeSpan.FromMinutes(10) })
            : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller(context),
            _ => new() { PermitLimit = FormsAMinute, Window = TimeSpan.FromMinutes(1) }));
        limiter.AddConcurrencyLimiter(LeavePolicy, leave => (leave.PermitLimit, leave.QueueLimit) = (LeavesAtOnce, LeavesWaiting));
    }

    /// <summary>One household or office: an address, or the network of one where a single line has more of them than anybody could count.</summary>
    private static string Caller(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address)
        {
            return context.Connection.RemoteIpAddress?.ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
