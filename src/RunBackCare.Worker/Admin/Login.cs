using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin;

/// <summary>From a name and a password to an account, or to the one sentence that a stranger may read.</summary>
internal sealed partial class Login(IOptions<AdminOptions> options, LoginAttempts attempts, RunBackCareDb db, IClock clock, ILogger<Login> log)
{
    /// <summary>Checked in place of an unknown name's hash, so that the time taken does not tell which names exist.</summary>
    private static readonly Lazy<string> Nobody = new(() => AdminPassword.Hash(Guid.NewGuid().ToString()));

    public bool IsOpen => options.Value.Accounts.Count > 0;

    public async Task<LoginResult> TryAsync(string name, string password, string place, CancellationToken cancellation)
    {
        if (attempts.IsClosed(name, place))
        {
            return LoginResult.TooMany;
        }

        var account = options.Value.Find(name);
        if (!AdminPassword.Verify(password, account?.Hash ?? Nobody.Value) || account is null)
        {
            attempts.Failed(name, place);
            Log.Wrong(log, place);
            return LoginResult.Wrong;
        }

        attempts.Succeeded(name, place);
        db.Audit.Add(new() { At = clock.GetCurrentInstant(), Actor = account.Name, Action = "signed-in" });
        await db.SaveChangesAsync(cancellation);
        return new(account, null);
    }

    private static partial class Log
    {
        // The name typed may be a password in the wrong field.
        [LoggerMessage(LogLevel.Warning, "A sign-in to the admin area failed, from {Place}.")]
        public static partial void Wrong(ILogger logger, string place);
    }
}

/// <param name="Account">Null where nobody was let in.</param>
internal sealed record LoginResult(AdminAccount? Account, string? Why)
{
    public static LoginResult Wrong { get; } = new(null, "Name or password is wrong.");

    public static LoginResult TooMany { get; } = new(null, $"Too many attempts. Please wait {LoginAttempts.Closed.Minutes} minutes.");
}
