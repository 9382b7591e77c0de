namespace RunBackCare.Mail.Incoming;

/// <summary>What a server says about one recipient.</summary>
public sealed record BouncedRecipient
{
    /// <summary>Null where the report does not name it.</summary>
    public string? Address { get; init; }

    /// <summary>Enhanced status, such as <c>5.1.1</c> (RFC 3463); null where none was given.</summary>
    public string? Status { get; init; }

    /// <summary>SMTP reply code, such as 550; null where none was given.</summary>
    public int? ReplyCode { get; init; }

    public required BounceReason Reason { get; init; }

    /// <summary>It is still being tried.</summary>
    public bool Waits { get; init; }

    /// <summary>The address is gone for good. Only such a bounce alone may end the writing; what a server says for now (4.x) of a host is not such.</summary>
    public bool Hard => !Waits && Reason switch
    {
        BounceReason.UserUnknown or BounceReason.HasMoved => true,
        BounceReason.HostUnknown or BounceReason.NotAccept => Status is not ['4', ..],
        _ => false,
    };

    /// <summary>The fault lies with us and not with the person: authentication, our server's name, our standing or form.</summary>
    public bool IsOurFault => Reason is BounceReason.AuthFailure or BounceReason.RequirePtr or BounceReason.PolicyViolation or BounceReason.BadReputation
        or BounceReason.NotCompliantRfc or BounceReason.NoRelaying or BounceReason.SecurityError;

    /// <summary>Nothing to count: it came through.</summary>
    public bool Arrived => Reason is BounceReason.Delivered;

    /// <summary>The server's words, on one line; may hold addresses.</summary>
    public string Diagnostic { get; init; } = "";
}
