using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Site.Own;

/// <summary>
/// The last weeks as two drawings: minutes of running, and the worst of each week's pain beside the person's usual and the course that many people
/// with such pain took. What is not known is left open: silence is no zero.
/// </summary>
internal sealed class ProgressChart(ImmutableArray<WeekProgress> weeks, BackHistory back)
{
    public const int Width = 640;
    public const int Height = 180;
    public const int Left = 36;
    public const int Top = 12;
    public const int Bottom = 152;

    private const int Worst = 10;
    private const int MostNames = 8;
    private const int AcuteWeeks = 12;

    /// <summary>Mean pain of a review of cohorts (P01, P02): by weeks, from 0 to 10.</summary>
    private static readonly (int Week, double Pain)[] Acute = [(0, 5.2), (6, 2.3), (26, 1.2), (52, 0.6)];

    private static readonly (int Week, double Pain)[] Persistent = [(0, 5.1), (6, 3.3), (26, 2.6), (52, 2.3)];

    public ImmutableArray<WeekProgress> Weeks { get; } = weeks;

    public bool IsEmpty => !Weeks.Any(w => w.RunSeconds is not null || w.Worst is not null);

    public int MostMinutes => Math.Max(10, ((Weeks.Select(w => (w.RunSeconds ?? 0) / 60).DefaultIfEmpty().Max() + 9) / 10) * 10);

    public int Usual => back.UsualPain;

    public double ColumnWidth => (double)(Width - Left) / Math.Max(1, Weeks.Length);

    public double Middle(int index) => Left + ((index + 0.5) * ColumnWidth);

    /// <summary>Whether this week's date is written below it: of many weeks, of every second, the newest among them.</summary>
    public bool IsNamed(int index) => Weeks.Length <= MostNames || (Weeks.Length - 1 - index) % 2 == 0;

    public static double PainAt(double score) => Bottom - ((Bottom - Top) * score / Worst);

    public double MinutesAt(int minutes) => Bottom - ((double)(Bottom - Top) * minutes / MostMinutes);

    /// <summary>Each unbroken stretch of answered weeks as the points of a line.</summary>
    public IEnumerable<string> PainLines
    {
        get
        {
            var points = new List<string>();
            foreach (var (week, index) in Weeks.Select((week, index) => (week, index)))
            {
                if (week.Worst is { } worst)
                {
                    points.Add(Point(Middle(index), PainAt(worst)));
                }
                else if (points.Count > 0)
                {
                    yield return string.Join(' ', points);
                    points.Clear();
                }
            }

            if (points.Count > 0)
            {
                yield return string.Join(' ', points);
            }
        }
    }

    /// <summary>Null where it is not known since when the back hurts: then no course can be told.</summary>
    public string? ExpectedLine => back.Since is { } since && back.UsualPain > 0 && Weeks.Length > 1
        ? string.Join(' ', Weeks.Select((week, index) => Point(Middle(index), PainAt(Expected(since, week.Starts)))))
        : null;

    /// <summary>Which course that is, in words.</summary>
    public string ExpectedWords => IsPersistent
        ? "Dotted: how back pain that has lasted for months went on average, from 5 to 3 in six weeks and to 2 in a year (P02). It is a mean of many people, and nobody's own."
        : "Dotted: how new back pain went on average, from 5 to 2 in six weeks and below 1 in a year (P01). It is a mean of many people, and nobody's own.";

    private bool IsPersistent => back.Since is { } since && Weeks.Length > 0 && Period.DaysBetween(since, Weeks[0].Starts) > AcuteWeeks * 7;

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double Expected(LocalDate since, LocalDate week)
    {
        // The months before are over for a pain that lasts; its course begins with the first week that is drawn.
        var (course, start) = IsPersistent ? (Persistent, Weeks[0].Starts) : (Acute, since);
        var age = Math.Max(0, Period.DaysBetween(start, week) / 7.0);
        for (var i = 1; i < course.Length; i++)
        {
            if (age <= course[i].Week)
            {
                var (before, after) = (course[i - 1], course[i]);
                return before.Pain + ((after.Pain - before.Pain) * (age - before.Week) / (after.Week - before.Week));
            }
        }

        return course[^1].Pain;
    }

    private static string Point(double x, double y) => $"{Number(x)},{Number(y)}";
}
