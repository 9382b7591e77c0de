using System.Globalization;
using System.Text;
using NodaTime.Text;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>Weeks as a person at a terminal reads them: the days in a column, what to do beside them, the why underneath.</summary>
internal sealed class PreviewTable(TextWriter output, Library library) : IPreviewOutput
{
    private const int Width = 100;
    private const int DayWidth = 10;

    private static readonly LocalDatePattern Day = LocalDatePattern.Create("ddd d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern Full = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    public void Begin(SubscriberDraft person)
    {
        output.WriteLine();
        output.WriteLine($"{(person.Name.Length == 0 ? "This person" : Shortened(person.Name))}: mail on {person.SendDay} at {person.SendAt:HH:mm} ({person.Zone.Id})");
    }

    public void Week(SubscriberDraft person, PlannedWeek week)
    {
        output.WriteLine();
        output.WriteLine(new string('═', Width));
        output.WriteLine($"Week from {Full.Format(week.FirstDay)}{(week.Revision > 1 ? $", revision {week.Revision}" : "")}");
        output.WriteLine($"{week.Decision}, rule {week.Row} · rung L{week.Rung}{(week.Standing == week.Rung ? "" : $" (standing L{week.Standing})")}{(week.CutBack ? " · cut-back" : "")}{(week.Paused ? " · paused" : "")} · no run over {Minutes(week.CapRunSeconds)} of running");
        output.WriteLine(new string('─', Width));
        foreach (var reason in week.Reasons)
        {
            Lines("", reason.Text + (reason.Evidence.IsEmpty ? "" : $" [{string.Join(", ", reason.Evidence)}]"));
        }

        if (week.Referral is { } referral)
        {
            Lines("", referral.Text);
        }

        foreach (var day in week.Days)
        {
            var label = Day.Format(day.Date);
            foreach (var line in day.Sessions.SelectMany(Describe))
            {
                Lines(label, line);
                label = "";
            }
        }

        output.WriteLine(new string('─', Width));
        Extra("Form", week.Cue);
        Extra("Lesson", week.Lesson);
        if (week.Shoes is { } shoes)
        {
            Lines("Shoes", shoes.Advice switch
            {
                ShoeAdvice.Soon => $"{shoes.Km} km: look for the next pair.",
                ShoeAdvice.Replace => $"{shoes.Km} km: time for a new pair.",
                _ => $"{shoes.Km} km.",
            });
        }
    }

    private void Extra(string label, string? id)
    {
        if (id is not null)
        {
            Lines(label, $"{library[id].Name} ({id}). {library[id].HowTo}");
        }
    }

    private IEnumerable<string> Describe(Session session) => session switch
    {
        Session.Run run =>
        [
            $"{(run.Longest ? "Longest run" : "Run")}, {run.Minutes} min on {run.Surface.ToString().ToLowerInvariant()}{(run.Hills ? ", gentle hills" : "")}: walk 5 min, {Block(run)}, walk 5 min",
            $"  before: {string.Join(", ", run.Before.Select(id => $"{library[id].Name} ({((WarmUp)library[id]).Dose})"))}",
            $"  after, 30 s a side: {string.Join(", ", run.After.Select(id => library[id].Name))}",
        ],
        Session.Walk walk => [walk.Optional ? $"If you like: a walk of {walk.Minutes} min" : $"Walk, {walk.Minutes} min"],
        Session.Strength strength => [$"Strength, {strength.Minutes} min", .. strength.Items.Select(Item)],
        Session.Stretch stretch => [$"Stretch, {stretch.Minutes} min", .. stretch.Items.Select(Item)],
        Session.Roll roll => [$"Foam roll, {roll.Minutes} min", .. roll.Items.Select(Item)],
        Session.Swap swap => [$"{library[swap.Id].Name}, {swap.Minutes} min"],
        _ => ["Rest"],
    };

    private string Item(SessionItem item) => $"  {item.Id} {library[item.Id].Name}: {item.Dose}";

    private static string Block(Session.Run run) => run.Reps == 1 && run.WalkSeconds == 0
        ? $"run {Minutes(run.RunSeconds)} without a break"
        : $"{run.Reps} × {Clock(run.RunSeconds)} run / {Clock(run.WalkSeconds)} walk";

    private static string Minutes(int seconds) => seconds % 60 == 0 ? $"{seconds / 60} min" : $"{Clock(seconds)} min";

    private static string Clock(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    private static string Shortened(string name) => name.Length <= 60 ? name : name[..60] + "…";

    /// <summary>A label and a text beside it, broken at blanks.</summary>
    private void Lines(string label, string text)
    {
        var indent = text.Length - text.TrimStart().Length;
        var line = new StringBuilder(label.PadRight(DayWidth)).Append(' ', indent);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length + 1 > Width)
            {
                output.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(' ', DayWidth + indent + 2);
            }

            line.Append(' ').Append(word);
        }

        output.WriteLine(line.ToString().TrimEnd());
    }
}
