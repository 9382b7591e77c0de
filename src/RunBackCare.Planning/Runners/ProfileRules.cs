using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Planning.Runners;

/// <summary>What a profile must satisfy as a whole, beyond the ranges of its fields.</summary>
public static class ProfileRules
{
    /// <param name="today">The person's local day.</param>
    /// <returns>What is wrong, by the field's name in the profile document; empty when the profile can be planned for.</returns>
    public static ImmutableArray<ProfileFault> Check(Profile profile, LocalDate today)
    {
        var faults = ImmutableArray.CreateBuilder<ProfileFault>();
        void Refuse(bool wrong, string field, string what)
        {
            if (wrong)
            {
                faults.Add(new(field, what));
            }
        }

        Refuse(profile.Days.PossibleDays == 0, "days", "no possible run day: give at least one, such as { tue: 40 }");
        Refuse(profile.Surfaces.IsDefaultOrEmpty, "surfaces", "no surface to run on: give at least one of grass, trail, track, treadmill, road");
        Refuse(!profile.Surfaces.IsDefaultOrEmpty && !profile.Surfaces.Contains(profile.UsualSurface), "usual_surface", "is not among surfaces: add it there, or choose one that is");
        Refuse(profile.RunsPerWeek is < 2 or > 4, "runs_per_week", "must be 2 to 4");
        Refuse(profile.CurrentRunsPerWeek is < 0 or > 14, "current_runs_per_week", "must be 0 to 14");
        Refuse(profile.LongestRunMinutes is < 0 or > 600, "longest_run_minutes", "must be 0 to 600");
        Refuse(profile.RunMinutesNow is < 0 or > 600, "run_minutes_now", "must be 0 to 600");
        Refuse(profile.Back.UsualPain is < 0 or > 10, "back.usual_pain", "must be 0 to 10");
        Refuse(profile.Back.Now is < 0 or > 10, "back.now", "must be 0 to 10");
        Refuse(profile.Back.Since > today, "back.since", "lies in the future");
        Refuse(profile.Shoes is { } shoes && shoes.Since > today, "shoes.since", "lies in the future");
        Refuse(profile.Shoes is { Km: < 0 or > 5000 }, "shoes.km", "must be 0 to 5000");
        Refuse(profile.Goal == Goal.Build && profile.TargetLongestRunMinutes is null, "target_longest_run_minutes", "is needed with goal: build, such as 60");
        Refuse(profile.TargetLongestRunMinutes is < 30 or > 300, "target_longest_run_minutes", "must be 30 to 300");
        Refuse(profile.Experience == Experience.Runs && profile.LongestRunMinutes <= 0, "longest_run_minutes", "must be more than 0 with experience: runs");
        Refuse(profile.BirthYear is { } year && (year < today.Year - 120 || year > today.Year), "birth_year", "must be a year of birth");
        Refuse(profile.Sleep is < 1 or > 5, "sleep", "must be 1 to 5");
        Refuse(profile.PaceSecondsPerKm is < 150 or > 1800, "pace", "must be 2:30 to 30:00 a kilometre");
        Refuse(profile.LongestRunDay is { } day && profile.Days[day] == 0, "longest_run_day", "is not one of the possible days");
        foreach (var away in profile.Blackout)
        {
            Refuse(away.To < away.From, "blackout", $"ends ({away.To:uuuu-MM-dd}) before it begins ({away.From:uuuu-MM-dd})");
        }

        return faults.ToImmutable();
    }

    /// <summary>Screening answers that stop a sign-up: not cleared, or under 18, which no clearance lifts.</summary>
    public static ImmutableArray<Screening> Stops(Profile profile) =>
        [.. profile.Screening.Where(s => s.Name == Screening.Under18 || s.Cleared is null).Select(s => s.Name)];
}

/// <param name="Field">Path in the profile document, such as <c>back.usual_pain</c>.</param>
/// <param name="What">What is wrong and what to put there.</param>
public sealed record ProfileFault(string Field, string What);
