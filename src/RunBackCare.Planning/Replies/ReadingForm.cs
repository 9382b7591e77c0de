using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Replies;

/// <summary>A reading in the JSON of <c>inspect</c>, for <see cref="PlanJson.Write"/>.</summary>
public sealed record ReadingForm(
    ImmutableArray<ReportForm> Reports, ImmutableArray<SessionForm> Sessions, ImmutableArray<string> Commands, ImmutableArray<FlagForm> Flags, ImmutableArray<string> Unread, int? Sleep, ImmutableArray<SymptomForm> Noticed)
{
    public static ReadingForm Of(Reading reading) => new(
        [.. reading.Reports.Select(r => new ReportForm(r.Day, r.When, r.Site, r.Score))],
        [.. reading.Sessions.Where(s => s is not SessionLog.Noticed).Select(SessionForm.Of)],
        [.. reading.Commands.Select(c => c.ToString())],
        [.. reading.Flags.Select(f => new FlagForm(f.Level, f.Phrase))],
        reading.Unread,
        reading.Sleep,
        [.. reading.Sessions.OfType<SessionLog.Noticed>().Select(n => new SymptomForm(n.Symptom, n.Days))]);
}

public sealed record ReportForm(LocalDate? Day, ReportTime When, PainSite Site, PainScore Score);

/// <param name="Day">Null where the words name none.</param>
/// <param name="Runs">Runs done, where only their number was said.</param>
/// <param name="Said">What was said where it is no single session: all_done, runs_done, changed_stride, ill, morning_fine.</param>
public sealed record SessionForm(LocalDate? Day, bool Done, decimal? Minutes, int? Metres, LoggedKind? Kind, int? Runs, string? Said)
{
    public static SessionForm Of(SessionLog log) => log switch
    {
        SessionLog.OnDay day => new(day.Day, day.Done, day.Minutes, day.Metres, day.Kind, null, null),
        SessionLog.RunsDone runs => new(null, runs.Count > 0, null, null, LoggedKind.Run, runs.Count, "runs_done"),
        SessionLog.ChangedStride stride => new(stride.Day, true, null, null, null, null, "changed_stride"),
        SessionLog.IllSince ill => new(ill.Day, false, null, null, null, null, "ill"),
        SessionLog.MorningFine morning => new(morning.Day, true, null, null, null, null, "morning_fine"),
        _ => new(null, true, null, null, null, null, "all_done"),
    };
}

public sealed record FlagForm(SafetyLevel Level, string Phrase);

/// <param name="Days">Days that the words say it has lasted; 0 where they say nothing of it.</param>
public sealed record SymptomForm(Symptom Symptom, int Days);
