using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>The fields a plan is made from. What is missing or wrong becomes a fault, and a harmless value stands in for it until all are told.</summary>
internal static class ProfileFields
{
    private const decimal KilometresPerMile = 1.609344m;

    public static Profile Read(MapReader fields, List<DocumentFault> faults, LocalDate today)
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
}
