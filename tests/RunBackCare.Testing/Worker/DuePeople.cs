using System.Globalization;
using System.Text;
using NodaTime;

namespace RunBackCare.Testing.Worker;

/// <summary>People for <c>import</c>, each with exactly one week due now, whatever day it is.</summary>
public static class DuePeople
{
    private const string Columns =
        "email,name,time_zone,send.day,send.at,experience,longest_run_minutes,run_minutes_now,current_runs_per_week,runs_per_week,goal," +
        "days.mon,days.tue,days.thu,days.sat,surfaces,usual_surface,kit,back.usual_pain,back.now,back.worse,back.assessed,consent.version,consent.at";

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"runner{number}@example.org");

    /// <returns>The path of a CSV file with so many people.</returns>
    public static async Task<string> WriteAsync(int count, string folder)
    {
        var (day, hour) = SlotWithOneWeekDue(SystemClock.Instance.GetCurrentInstant().InUtc().LocalDateTime);
        var csv = new StringBuilder(Columns).Append('\n');
        for (var number = 0; number < count; number++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Address(number)},Runner {number},Etc/UTC,{day},{hour},run_walks,3,10,2,3,thirty_minutes,45,45,45,60,grass|road,road,mat,2,2,neither,true,1,2026-01-10T08:00:00Z\n");
        }

        var path = Path.Combine(folder, "people.csv");
        await File.WriteAllTextAsync(path, csv.ToString());
        return path;
    }

    /// <summary>
    /// The first week begins this Monday while at least three of its days are left, else next Monday. Its hour must have passed, and the hour of
    /// the week after must not.
    /// </summary>
    private static (string Day, string Hour) SlotWithOneWeekDue(LocalDateTime now) =>
        now.DayOfWeek < IsoDayOfWeek.Friday || (now.DayOfWeek == IsoDayOfWeek.Friday && now.Hour < 12)
            ? ("sunday", "17:00")
            : ("friday", "12:00");
}
