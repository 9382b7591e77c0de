using System.Collections.Frozen;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>What an enhanced status says by itself (RFC 3463 and the register it opened), where no words do.</summary>
internal static class StatusReasons
{
    private static readonly FrozenDictionary<string, BounceReason> ByCode = new Dictionary<string, BounceReason>(StringComparer.Ordinal)
    {
        ["5.1.0"] = BounceReason.UserUnknown,
        ["5.1.1"] = BounceReason.UserUnknown,
        ["5.1.2"] = BounceReason.HostUnknown,
        ["5.1.3"] = BounceReason.UserUnknown,
        ["5.1.4"] = BounceReason.Filtered,
        ["5.1.6"] = BounceReason.HasMoved,
        ["5.1.7"] = BounceReason.Rejected,
        ["5.1.8"] = BounceReason.Rejected,
        ["5.1.9"] = BounceReason.SystemError,
        ["5.1.10"] = BounceReason.UserUnknown,
        ["5.2.0"] = BounceReason.Filtered,
        ["5.2.1"] = BounceReason.Suspend,
        ["5.2.2"] = BounceReason.MailboxFull,
        ["5.2.3"] = BounceReason.ExceedLimit,
        ["5.2.4"] = BounceReason.Filtered,
        ["5.3.0"] = BounceReason.SystemError,
        ["5.3.1"] = BounceReason.SystemFull,
        ["5.3.2"] = BounceReason.NotAccept,
        ["5.3.3"] = BounceReason.SystemError,
        ["5.3.4"] = BounceReason.MesgTooBig,
        ["5.3.5"] = BounceReason.SystemError,
        ["5.4.0"] = BounceReason.NetworkError,
        ["5.4.1"] = BounceReason.Rejected,
        ["5.4.2"] = BounceReason.NetworkError,
        ["5.4.3"] = BounceReason.SystemError,
        ["5.4.4"] = BounceReason.HostUnknown,
        ["5.4.5"] = BounceReason.NetworkError,
        ["5.4.6"] = BounceReason.NetworkError,
        ["5.4.7"] = BounceReason.Expired,
        ["5.5.0"] = BounceReason.SystemError,
        ["5.5.1"] = BounceReason.SyntaxError,
        ["5.5.2"] = BounceReason.SyntaxError,
        ["5.5.3"] = BounceReason.TooManyConn,
        ["5.5.4"] = BounceReason.SystemError,
        ["5.6.0"] = BounceReason.ContentError,
        ["5.6.1"] = BounceReason.ContentError,
        ["5.6.2"] = BounceReason.ContentError,
        ["5.6.3"] = BounceReason.ContentError,
        ["5.6.7"] = BounceReason.ContentError,
        ["5.6.9"] = BounceReason.SpamDetected,
        ["5.7.0"] = BounceReason.SecurityError,
        ["5.7.1"] = BounceReason.SecurityError,
        ["5.7.2"] = BounceReason.SecurityError,
        ["5.7.7"] = BounceReason.AuthFailure,
        ["5.7.8"] = BounceReason.SecurityError,
        ["5.7.9"] = BounceReason.SecurityError,
        ["5.7.13"] = BounceReason.Suspend,
        ["5.7.14"] = BounceReason.SecurityError,
        ["5.7.17"] = BounceReason.HasMoved,
        ["5.7.18"] = BounceReason.HasMoved,
        ["5.7.20"] = BounceReason.AuthFailure,
        ["5.7.21"] = BounceReason.AuthFailure,
        ["5.7.22"] = BounceReason.AuthFailure,
        ["5.7.23"] = BounceReason.AuthFailure,
        ["5.7.24"] = BounceReason.AuthFailure,
        ["5.7.25"] = BounceReason.RequirePtr,
        ["5.7.26"] = BounceReason.AuthFailure,
        ["5.7.27"] = BounceReason.AuthFailure,
        ["5.7.28"] = BounceReason.Speeding,
        ["5.7.29"] = BounceReason.AuthFailure,
        ["5.7.30"] = BounceReason.AuthFailure,
        ["5.7.509"] = BounceReason.AuthFailure,
        ["5.7.515"] = BounceReason.AuthFailure,
        ["4.1.8"] = BounceReason.Rejected,
        ["4.2.1"] = BounceReason.Suspend,
        ["4.2.2"] = BounceReason.MailboxFull,
        ["4.3.0"] = BounceReason.SystemError,
        ["4.3.1"] = BounceReason.SystemFull,
        ["4.3.2"] = BounceReason.SystemError,
        ["4.3.5"] = BounceReason.SystemError,
        ["4.4.0"] = BounceReason.NetworkError,
        ["4.4.1"] = BounceReason.Expired,
        ["4.4.2"] = BounceReason.NetworkError,
        ["4.4.3"] = BounceReason.NetworkError,
        ["4.4.4"] = BounceReason.NetworkError,
        ["4.4.5"] = BounceReason.SystemFull,
        ["4.4.6"] = BounceReason.NetworkError,
        ["4.4.7"] = BounceReason.Expired,
        ["4.5.3"] = BounceReason.TooManyConn,
        ["4.7.1"] = BounceReason.Blocked,
        ["4.7.25"] = BounceReason.RequirePtr,
        ["4.7.26"] = BounceReason.AuthFailure,
        ["4.7.27"] = BounceReason.AuthFailure,
        ["4.7.28"] = BounceReason.Speeding,
        ["4.7.29"] = BounceReason.AuthFailure,
        ["4.7.30"] = BounceReason.AuthFailure,
        ["4.7.32"] = BounceReason.AuthFailure,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Codes that speak of us and not of the person, whatever words stand beside them.</summary>
    public static BounceReason? OfOurs(string? status) => status?[1..] switch
    {
        ".7.20" or ".7.21" or ".7.22" or ".7.23" or ".7.24" or ".7.26" or ".7.29" or ".7.30" or ".7.509" or ".7.515" => BounceReason.AuthFailure,
        ".7.25" => BounceReason.RequirePtr,
        _ => null,
    };

    /// <summary>What was refused before the recipient was named is no verdict on them.</summary>
    public static BounceReason? Find(Situation situation) => Find(situation.Status) switch
    {
        BounceReason.UserUnknown or BounceReason.HasMoved when situation.Command is "MAIL" or "HELO" or "CONN" => BounceReason.Rejected,
        var reason => reason,
    };

    public static BounceReason? Find(string? status) => status is not null && ByCode.TryGetValue(status, out var reason) ? reason : null;
}
