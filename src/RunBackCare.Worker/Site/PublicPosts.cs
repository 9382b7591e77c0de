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

    private const int FormsAMinute = 30;
    private const int LeavesAtOnce = 8;
    private const int LeavesWaiting = 2_000;

    public static void Add(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = FormsAMinute, Window = TimeSpan.FromMinutes(1) }));
        limiter.AddConcurrencyLimiter(LeavePolicy, leave => (leave.PermitLimit, leave.QueueLimit) = (LeavesAtOnce, LeavesWaiting));
    }
}
