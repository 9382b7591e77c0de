using System.Collections.Immutable;
using MimeKit;
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

/// <summary>The profile format: a document's fields become a <see cref="SubscriberDraft"/>, or faults that name each field and line.</summary>
internal static class ProfileDocument
{
    public const int LongestName = 300;

    private const decimal KilometresPerMile = 1.609344m;

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
        var profile = Profile(fields, faults, today);
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

    private static Profile Profile(MapReader fields, List<DocumentFault> faults, LocalDate today)
    {
        var units = fields.Word<Units>("units") ?? Units.Kilometres;
        var surfaces = fields.WordList<Surface>("surfaces");
        if (!fields.Has("experience"))
        {
            fields.Fault("experience", "is missing: write none, walks, run_walks or runs");
        }

        return new()
        {
            Units = units,
            Experience = fields.Word<Experience>("experience") ?? Experience.None,
            LongestRunMinutes = fields.Number("longest_run_minutes", "minutes such as 3") ?? 0,
            RunMinutesNow = fields.Number("run_minutes_now", "minutes such as 12"),
            CurrentRunsPerWeek = fields.Whole("current_runs_per_week", "a number such as 2") ?? 0,
            RunsPerWeek = fields.Whole("runs_per_week", "2, 3 or 4") ?? 3,
            Goal = fields.Word<Goal>("goal") ?? Goal.ThirtyMinutes,
            TargetLongestRunMinutes = fields.Whole("target_longest_run_minutes", "minutes such as 60"),
            Days = Days(fields),
            LongestRunDay = fields.Weekday("longest_run_day"),
            Surfaces = surfaces,
            UsualSurface = fields.Word<Surface>("usual_surface") ?? surfaces.FirstOrDefault(),
            Kit = fields.WordList<Kit>("kit").Aggregate(Kit.None, (all, one) => all | one),
            Back = Back(fields),
            Shoes = Shoes(fields, today),
            Screening = [.. fields.Items("screening").Select(item => ScreeningAnswer(item, fields, faults)).OfType<ScreeningAnswer>()],
            BirthYear = fields.Whole("birth_year", "a year such as 1980"),
            BmiOver30 = fields.YesNo("bmi_over_30") ?? false,
            PaceSecondsPerKm = Pace(fields, units),
            Sleep = fields.Whole("sleep", "1 (poor) to 5 (good)"),
            Blackout = [.. fields.Items("blackout").Select(item => BlackoutDays(item, fields, faults)).OfType<BlackoutDays>()],
        };
    }

    private static Availability Days(MapReader fields)
    {
        var minutes = new int[7];
        if (fields.Map("days") is not { } days)
        {
            return default;
        }

        foreach (var (name, _) in days.FreeNames())
        {
            if (MapReader.ParseWeekday(name) is not { } weekday)
            {
                days.Has(name);
                days.Fault(name, "is not a weekday: write mon, tue, wed, thu, fri, sat or sun");
            }
            else if (days.Whole(name, "minutes such as 45") is { } most)
            {
                if (most is not 0 and (< Availability.ShortestDay or > Availability.LongestDay))
                {
                    days.Fault(name, $"must be {Availability.ShortestDay} to {Availability.LongestDay} minutes, or left out where no run is possible");
                    most = 0;
                }

                minutes[(int)weekday - 1] = most;
            }
        }

        return new([.. minutes]);
    }

    private static BackHistory Back(MapReader fields)
    {
        if (fields.Map("back") is not { } back)
        {
            if (!fields.Has("back"))
            {
                fields.Fault("back", "is missing: write { usual_pain: 2, now: 2, worse: neither, assessed: true }");
            }

            return new(0, 0, null, Direction.Neither, false);
        }

        if (!back.Has("usual_pain"))
        {
            back.Fault("usual_pain", "is missing: write a number from 0 (none) to 10 (worst)");
        }

        var usual = back.Whole("usual_pain", "a number from 0 (none) to 10 (worst)") ?? 0;
        var history = new BackHistory(
            usual,
            back.Whole("now", "a number from 0 (none) to 10 (worst)") ?? usual,
            back.Day("since"),
            back.Word<Direction>("worse") ?? Direction.Neither,
            back.YesNo("assessed") ?? false);
        back.Finish();
        return history;
    }

    private static Shoes? Shoes(MapReader fields, LocalDate today)
    {
        if (fields.Map("shoes") is not { } shoes)
        {
            return null;
        }

        var read = new Shoes(shoes.Day("since") ?? today, shoes.Number("km", "kilometres such as 320") ?? 0);
        shoes.Finish();
        return read;
    }

    private static ScreeningAnswer? ScreeningAnswer(DocumentNode item, MapReader fields, List<DocumentFault> faults)
    {
        // A bare word is an answer without a clearance.
        var map = item as DocumentNode.Map ?? new DocumentNode.Map(item.Line, [new("name", item.Line, item)]);
        var answer = new MapReader(map, "screening", faults);
        var name = answer.Word<Screening>("name");
        var cleared = answer.Day("cleared");
        answer.Finish();
        if (name is null && !answer.Has("name"))
        {
            fields.Fault("screening", "an answer needs a name, such as { name: pregnant, cleared: 2026-10-01 }");
        }

        return name is { } known ? new(known, cleared) : null;
    }

    private static BlackoutDays? BlackoutDays(DocumentNode item, MapReader fields, List<DocumentFault> faults)
    {
        if (item is not DocumentNode.Map map)
        {
            fields.Fault("blackout", "each entry needs two days, such as { from: 2026-12-24, to: 2026-12-27 }");
            return null;
        }

        var days = new MapReader(map, "blackout", faults);
        var from = days.Day("from");
        var to = days.Day("to");
        days.Finish();
        if (from is null || to is null)
        {
            fields.Fault("blackout", "each entry needs two days, such as { from: 2026-12-24, to: 2026-12-27 }");
            return null;
        }

        return new(from.Value, to.Value);
    }

    private static int? Pace(MapReader fields, Units units)
    {
        if (fields.Text("pace") is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Split(':') is [var minutes, { Length: 2 } seconds] && int.TryParse(minutes, out var m) && int.TryParse(seconds, out var s) && m is >= 0 and < 100 && s is >= 0 and < 60)
        {
            var perUnit = (m * 60) + s;
            return units == Units.Miles ? (int)Math.Round(perUnit / KilometresPerMile) : perUnit;
        }

        fields.Fault("pace", "cannot be read: write minutes and seconds for one km (or mile, with units: mi), such as \"7:30\"");
        return null;
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

        var trimmed = text.Trim();
        if (trimmed.Length <= 254 && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailboxAddress.TryParse(trimmed, out var mailbox) && string.Equals(mailbox.Address, trimmed, StringComparison.Ordinal)
            && trimmed.Split('@') is [{ Length: > 0 and <= 64 }, var domain] && domain.Contains('.', StringComparison.Ordinal))
        {
            return trimmed;
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
