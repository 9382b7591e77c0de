using RunBackCare.Mail.Tests.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests;

/// <summary>As much as a week may hold under the rules: four runs with other drills each, three strength sessions that share no exercise, two stretch days.</summary>
internal static class LongestWeek
{
    public static PlannedWeek Value { get; } = SampleWeeks.Full with
    {
        Referral = SampleWeeks.WalkOnly.Referral,
        Reasons = [.. SampleWeeks.Full.Reasons, .. SampleWeeks.Full.Reasons, .. SampleWeeks.Partial.Reasons, .. SampleWeeks.Partial.Reasons],
        Days =
        [
            Day(0, Run(0), Stretch(0)),
            Day(1, Strength(0)),
            Day(2, Run(1), Roll(0)),
            Day(3, Strength(1), Stretch(6)),
            Day(4, Run(2)),
            Day(5, Strength(2)),
            Day(6, Run(3) with { Longest = true }, Roll(4)),
        ],
    };

    private static PlannedDay Day(int offset, params Session[] sessions) => new(SampleWeeks.Full.Starts.PlusDays(offset), [.. sessions]);

    private static Session.Run Run(int turn) => (Session.Run)SampleWeeks.Full.Days[1].Sessions[0] with
    {
        Before = [.. RepositoryLibrary.Library.WarmUps.Skip(turn * 3).Take(5).Select(w => w.Id)],
        After = [.. RepositoryLibrary.Library.Stretches.Skip(turn * 4).Take(4).Select(s => s.Id)],
    };

    private static Session.Strength Strength(int turn) => new()
    {
        Minutes = 20,
        Items = [.. RepositoryLibrary.Library.Exercises.Skip(turn * 7).Take(7).Select(e => new SessionItem(e.Id, e.Levels[^1].Level, e.Levels[^1].Dose))],
    };

    private static Session.Stretch Stretch(int from) => new()
    {
        Minutes = 12,
        Items = [.. RepositoryLibrary.Library.Stretches.Skip(from).Take(6).Select(s => new SessionItem(s.Id, 0, s.Dose))],
    };

    private static Session.Roll Roll(int from) => new()
    {
        Minutes = 5,
        Items = [.. RepositoryLibrary.Library.Rolls.Skip(from).Take(4).Select(r => new SessionItem(r.Id, 0, r.Dose))],
    };
}
