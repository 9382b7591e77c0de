using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Progression;

/// <summary>What was noticed, and for how long: the half of section 7 that is told in words and not in numbers.</summary>
internal static class NoticedSymptoms
{
    /// <summary>P09's signs that are told in words; an onset early in life is the one that is not.</summary>
    private static readonly Symptom[] Inflammatory =
    [
        Symptom.WokenLateAtNight, Symptom.ButtockPain, Symptom.BetterMoving, Symptom.BetterWithTablets, Symptom.InFamily, Symptom.Arthritis, Symptom.Enthesitis, Symptom.Psoriasis,
    ];

    /// <summary>It was told of lately; once is enough.</summary>
    public static bool IsNew(Situation situation, Symptom symptom) => Latest(situation, symptom) is not null;

    /// <summary>
    /// Told of lately, and it has lasted: the words say so themselves, or it was told of before, no longer ago than twice that time. Between two
    /// answers that far apart nobody knows, and it is taken to have gone on.
    /// </summary>
    /// <param name="days">How long it must have lasted.</param>
    /// <param name="covered">Days that one mention speaks for: a night's sleep is told of by the week.</param>
    public static bool HasLasted(Situation situation, Symptom symptom, int days, int covered = 0)
    {
        if (Latest(situation, symptom) is not { } latest)
        {
            return false;
        }

        return Of(situation, symptom).Any(n => n.Days >= days && IsLately(situation, n))
            || Of(situation, symptom).Any(n => Period.DaysBetween(n.Answered.Date, latest) is var apart && apart >= days - covered && apart <= 2 * days);
    }

    /// <summary>Back pain that began before 45, has lasted three months, and shows enough of P09's signs, the newest told of lately.</summary>
    public static bool AreInflammatory(Situation situation)
    {
        var policy = situation.Policy;
        var signs = Inflammatory.Count(s => Of(situation, s).Any());
        var (onset, age) = Onset(situation);
        return Inflammatory.Any(s => IsNew(situation, s))
            && Period.DaysBetween(onset, situation.Facts.Now.Date) > policy.InflammatoryDays
            && !(age >= policy.InflammatoryOnsetAge)
            && signs + (age < policy.InflammatoryEarlyAge ? 1 : 0) >= policy.InflammatorySigns;
    }

    /// <summary>Who did not say when it began had it when they joined; an age nobody told rules nothing out and counts for nothing.</summary>
    private static (LocalDate Day, int? Age) Onset(Situation situation)
    {
        var onset = situation.Profile.Back.Since ?? situation.Facts.History.Joined;
        return (onset, onset.Year - situation.Profile.BirthYear);
    }

    private static LocalDate? Latest(Situation situation, Symptom symptom) =>
        Of(situation, symptom).Where(n => IsLately(situation, n)).Select(n => (LocalDate?)n.Answered.Date).Max();

    private static bool IsLately(Situation situation, SessionLog.Noticed noticed) =>
        noticed.Answered.Date > situation.Facts.Now.Date.PlusDays(-situation.Policy.NoticedDays);

    private static IEnumerable<SessionLog.Noticed> Of(Situation situation, Symptom symptom) =>
        situation.Facts.History.Logs.OfType<SessionLog.Noticed>().Where(n => n.Symptom == symptom);
}
