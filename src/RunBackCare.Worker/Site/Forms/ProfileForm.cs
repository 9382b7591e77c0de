using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Site.Forms;

/// <summary>
/// The profile as a form: its fields bear the names of the profile document, and it is read as one, so that a page and a file mean the same and are
/// refused for the same reasons.
/// </summary>
internal static class ProfileForm
{
    private const string Cleared = "cleared.";
    private const int MostBlackouts = 4;

    private static readonly string[] Lists = ["surfaces", "kit"];

    /// <summary>Fields that only a form has.</summary>
    private static readonly string[] NotOfTheProfile = ["screening", "__RequestVerificationToken", "consent", "sign_now", "sign_soon", "when"];

    /// <summary>What most people who sign up would leave as it is.</summary>
    public static FilledForm Usual(string zone)
    {
        var form = new FilledForm
        {
            ["time_zone"] = zone,
            ["send.day"] = "sunday",
            ["send.at"] = "17:00",
            ["experience"] = "walks",
            ["goal"] = "thirty_minutes",
            ["runs_per_week"] = "3",
            ["days.tue"] = "45",
            ["days.thu"] = "45",
            ["days.sat"] = "60",
            ["back.usual_pain"] = "2",
            ["back.now"] = "2",
            ["back.worse"] = "neither",
            ["back.assessed"] = "false",
            ["units"] = "km",
            ["bmi_over_30"] = "false",
        };
        form.Set("surfaces", "grass", "road");
        form.Set("kit", "mat");
        return form;
    }

    /// <returns>A draft; or null, and the form's faults say why.</returns>
    public static SubscriberDraft? Read(FilledForm form, DocumentUse use, Instant now)
    {
        var (draft, faults) = ProfileDocument.Read(Document(form), use, now);
        foreach (var fault in faults)
        {
            form.Refuse(FieldOf(fault.Field), ProfileFaultWords.Of(fault));
        }

        if (form["time_zone"].Length == 0)
        {
            form.Refuse("time_zone", "Please choose your time zone.");
        }

        if (draft?.Profile.Screening.Any(s => s.Cleared > now.InZone(draft.Zone).Date) == true)
        {
            form.Refuse("screening", "The day on which a clinician said yes lies in the future.");
        }

        return form.IsGood ? draft : null;
    }

    public static FilledForm Of(Subscriber person)
    {
        var profile = person.Profile;
        var form = new FilledForm
        {
            ["name"] = person.Name,
            ["time_zone"] = person.Zone,
            ["send.day"] = $"{person.SendDay}".ToLowerInvariant(),
            ["send.at"] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(person.SendAt),
            ["country"] = person.Country ?? "",
            ["language"] = person.Language ?? "",
            ["units"] = profile.Units == Units.Miles ? "mi" : "km",
            ["experience"] = Word(profile.Experience),
            ["longest_run_minutes"] = Number(profile.LongestRunMinutes),
            ["run_minutes_now"] = Number(profile.RunMinutesNow),
            ["current_runs_per_week"] = Number(profile.CurrentRunsPerWeek),
            ["runs_per_week"] = Number(profile.RunsPerWeek),
            ["goal"] = Word(profile.Goal),
            ["target_longest_run_minutes"] = Number(profile.TargetLongestRunMinutes),
            ["longest_run_day"] = profile.LongestRunDay is { } day ? Weekday(day) : "",
            ["usual_surface"] = Word(profile.UsualSurface),
            ["back.usual_pain"] = Number(profile.Back.UsualPain),
            ["back.now"] = Number(profile.Back.Now),
            ["back.since"] = Day(profile.Back.Since),
            ["back.worse"] = Word(profile.Back.Worse),
            ["back.assessed"] = profile.Back.Assessed ? "true" : "false",
            ["shoes.since"] = Day(profile.Shoes?.Since),
            ["shoes.km"] = Number(profile.Shoes?.Km),
            ["birth_year"] = Number(profile.BirthYear),
            ["bmi_over_30"] = profile.BmiOver30 ? "true" : "false",
            ["pace"] = Pace(profile),
            ["sleep"] = Number(profile.Sleep),
        };
        foreach (var weekday in Enumerable.Range(1, 7).Select(n => (IsoDayOfWeek)n).Where(d => profile.Days[d] > 0))
        {
            form.Set($"days.{Weekday(weekday)}", Number(profile.Days[weekday]));
        }

        form.Set("surfaces", [.. profile.Surfaces.Select(Word)]);
        form.Set("kit", [.. Enum.GetValues<Kit>().Where(k => k != Kit.None && profile.Kit.HasFlag(k)).Select(Word)]);
        form.Set("screening", [.. profile.Screening.Select(s => WordOf(s.Name))]);
        foreach (var answer in profile.Screening)
        {
            form.Set(Cleared + WordOf(answer.Name), Day(answer.Cleared));
        }

        foreach (var (away, index) in profile.Blackout.Take(MostBlackouts).Select((away, index) => (away, index)))
        {
            form.Set($"away{index}.from", Day(away.From));
            form.Set($"away{index}.to", Day(away.To));
        }

        return form;
    }

    /// <summary>Rows of days away that a form offers.</summary>
    public static IEnumerable<string> BlackoutRows => Enumerable.Range(0, MostBlackouts).Select(n => $"away{n}");

    public static string ClearedField(string screening) => Cleared + screening;

    private static DocumentNode.Map Document(FilledForm form)
    {
        var fields = new List<DocumentNode.Entry>();
        foreach (var name in form.Names.Where(n => !n.StartsWith(Cleared, StringComparison.Ordinal) && !n.StartsWith("away", StringComparison.Ordinal) && !NotOfTheProfile.Contains(n)))
        {
            if (Lists.Contains(name))
            {
                Add(fields, name, new DocumentNode.List(0, [.. form.All(name).Select(Scalar)]));
            }
            else if (form[name].Trim() is { Length: > 0 } text && name.Split('.') is var parts)
            {
                Add(fields, parts[0], parts is [_, var inner] ? new DocumentNode.Map(0, [new(inner, 0, Scalar(Plain(name, text)))]) : Scalar(Plain(name, text)));
            }
        }

        Add(fields, "screening", new DocumentNode.List(0, [.. form.All("screening").Select(s => Screening(s, form[Cleared + s].Trim()))]));
        Add(fields, "blackout", new DocumentNode.List(0, [.. BlackoutRows.Where(row => (form[$"{row}.from"] + form[$"{row}.to"]).Trim().Length > 0).Select(row => Away(form, row))]));
        return new(0, [.. fields]);
    }

    /// <summary>Fields of one inner map come one by one.</summary>
    private static void Add(List<DocumentNode.Entry> fields, string name, DocumentNode value)
    {
        var index = fields.FindIndex(f => f.Name == name);
        if (index >= 0 && fields[index].Value is DocumentNode.Map before && value is DocumentNode.Map more)
        {
            fields[index] = new(name, 0, new DocumentNode.Map(0, before.Entries.AddRange(more.Entries)));
        }
        else if (index < 0)
        {
            fields.Add(new(name, 0, value));
        }
    }

    private static DocumentNode.Scalar Scalar(string text) => new(0, text);

    /// <summary>Half the world writes 2,5.</summary>
    private static string Plain(string name, string text) => name is "longest_run_minutes" or "run_minutes_now" or "shoes.km" ? text.Replace(',', '.') : text;

    private static DocumentNode.Map Screening(string name, string cleared) => new(0, cleared.Length == 0
        ? [new("name", 0, Scalar(name))]
        : [new("name", 0, Scalar(name)), new("cleared", 0, Scalar(cleared))]);

    private static DocumentNode.Map Away(FilledForm form, string row) => new(0, [new("from", 0, Scalar(form[$"{row}.from"])), new("to", 0, Scalar(form[$"{row}.to"]))]);

    private static string FieldOf(string path) => path switch
    {
        "send" => "send.at",
        "back" => "back.usual_pain",
        _ when path.StartsWith("screening", StringComparison.Ordinal) => "screening",
        _ when path.StartsWith("blackout", StringComparison.Ordinal) => "blackout",
        _ => path,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string WordOf(Screening name) => name == Planning.Runners.Screening.Under18 ? "under_18" : Word(name);

    private static string Weekday(IsoDayOfWeek day) => $"{day}"[..3].ToLowerInvariant();

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static string Pace(Profile profile)
    {
        if (profile.PaceSecondsPerKm is not { } seconds)
        {
            return "";
        }

        var own = profile.Units == Units.Miles ? (int)Math.Round(seconds * 1.609344m) : seconds;
        return string.Create(CultureInfo.InvariantCulture, $"{own / 60}:{own % 60:00}");
    }
}
