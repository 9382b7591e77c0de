using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>What a document must say of a person.</summary>
internal enum DocumentUse
{
    /// <summary>To be planned for on paper: address, zone and consent may be missing.</summary>
    Preview,

    /// <summary>To be stored and mailed.</summary>
    Import,
}

/// <summary>
/// The profile format: a document's fields become a <see cref="SubscriberDraft"/>, or faults that name each field and line. Who the person is and how
/// to reach them stands here; what the planner needs of them in <see cref="ProfileFields"/>.
/// </summary>
internal static class ProfileDocument
{
    public const int LongestName = 300;

    /// <returns>A draft, or at least one fault.</returns>
    public static (SubscriberDraft? Draft, ImmutableArray<DocumentFault> Faults) Read(DocumentNode node, DocumentUse use, Instant now)
    {
        if (node is not DocumentNode.Map map)
        {
            return (null, [new(node.Line, "", "a profile is a set of fields, such as email: ann@example.org")]);
        }

        List<DocumentFault> faults = [];
        var fields = new MapReader(map, "", faults);
        var zone = Zone(fields, use);
        var today = now.InZone(zone).Date;
        var profile = ProfileFields.Read(fields, faults, today);
        var draft = new SubscriberDraft
        {
            Line = map.Line,
            Address = Address(fields, use),
            Name = Name(fields),
            Zone = zone,
            SendDay = IsoDayOfWeek.Sunday,
            SendAt = new(17, 0),
            Country = Code(fields, "country", 2, "two letters such as DE"),
            Language = Language(fields),
            Consent = ReadConsent(fields, now),
            Profile = profile,
        };
        if (fields.Map("send") is { } send)
        {
            draft = draft with { SendDay = send.Weekday("day") ?? draft.SendDay, SendAt = send.Time("at") ?? draft.SendAt };
            send.Finish();
        }

        fields.Finish();
        faults.AddRange(ProfileRules.Check(profile, today)
            .Where(rule => !faults.Exists(f => f.Field == rule.Field || f.Field.StartsWith(rule.Field + ".", StringComparison.Ordinal)))
            .Select(rule => new DocumentFault(fields.LineOf(rule.Field.Split('.')[0]), rule.Field, rule.What)));
        return faults.Count == 0 ? (draft, []) : (null, [.. faults.OrderBy(f => f.Line)]);
    }

    private static DateTimeZone Zone(MapReader fields, DocumentUse use)
    {
        const string Example = "a tzdb name such as Europe/Berlin";
        var name = use == DocumentUse.Import ? fields.RequiredText("time_zone", Example) : fields.Text("time_zone");
        if (name is null or "")
        {
            return DateTimeZone.Utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
        {
            return zone;
        }

        fields.Fault("time_zone", $"is not a known time zone: write {Example}");
        return DateTimeZone.Utc;
    }

    private static string? Address(MapReader fields, DocumentUse use)
    {
        const string Example = "an address such as ann@example.org";
        var text = use == DocumentUse.Import ? fields.RequiredText("email", Example) : fields.Text("email");
        if (text is null or "")
        {
            return null;
        }

        if (MailAddress.Read(text) is { } address)
        {
            return address;
        }

        fields.Fault("email", $"cannot be read: write {Example}");
        return null;
    }

    /// <summary>Any name is welcome; only what would break a line is taken out of it.</summary>
    private static string Name(MapReader fields)
    {
        var text = fields.Text("name") ?? "";
        var oneLine = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (oneLine.Length > LongestName)
        {
            fields.Fault("name", $"is longer than {LongestName} characters");
        }

        return oneLine;
    }

    private static string? Code(MapReader fields, string name, int length, string example)
    {
        var text = fields.Text(name)?.Trim();
        if (text is null or "")
        {
            return null;
        }

        if (text.Length == length && text.All(char.IsAsciiLetter))
        {
            return text.ToUpperInvariant();
        }

        fields.Fault(name, $"cannot be read: write {example}");
        return null;
    }

    private static string? Language(MapReader fields)
    {
        var text = fields.Text("language")?.Trim();
        if (text is null or "")
        {
            return null;
        }

        if (text.Length is >= 2 and <= 12 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return text;
        }

        fields.Fault("language", "cannot be read: write a tag such as en-GB");
        return null;
    }

    private static Consent? ReadConsent(MapReader fields, Instant now)
    {
        if (fields.Map("consent") is not { } consent)
        {
            return null;
        }

        var version = consent.Whole("version", "a number such as 1");
        var at = consent.Moment("at");
        consent.Finish();
        if (version is null || at is null)
        {
            fields.Fault("consent", "needs both, such as { version: 1, at: 2026-11-20T09:00:00Z }");
            return null;
        }

        if (version < 1)
        {
            consent.Fault("version", "must be 1 or more");
        }

        if (at > now)
        {
            consent.Fault("at", "lies in the future");
        }

        return new(version.Value, at.Value);
    }
}
