using System.Globalization;
using System.Text;
using NodaTime.Text;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>
/// Weeks as somebody at a terminal reads them: the days in a column, what to do beside them, the why underneath. What depends on the
/// reader, or takes more than a name and a dose, is said in the mail's own words.
/// </summary>
internal sealed class PreviewTable(TextWriter output, Library library) : IPreviewOutput
{
    private const int Width = 100;
    private const int DayWidth = 10;

    /// <summary>The mail's blank between a number and its unit: no line breaks there, and a terminal shows a plain one.</summary>
    private const char Tie = '\u00a0';

    private static readonly Links None = new() { Leave = null };
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("ddd d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern Full = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    public void Begin(SubscriberDraft person)
    {
        output.WriteLine();
        output.WriteLine($"{(person.Name.Length == 0 ? "This person" : Shortened(person.Name))}: mail on {person.SendDay} at {person.SendAt:HH:mm} ({person.Zone.Id})");
    }

    public void Week(SubscriberDraft person, PlannedWeek week)
    {
        var view = WeekView.Of(week, library, WeekReader.Of(person.Name, person.Profile, person.Language), None);
        output.WriteLine();
        output.WriteLine(new string('═', Width));
        output.WriteLine($"Week from {Full.Format(week.FirstDay)}{(week.Revision > 1 ? $", revision {week.Revision}" : "")}");
        output.WriteLine($"{week.Decision}, rule {week.Row} · rung L{week.Rung}{(week.Standing == week.Rung ? "" : $" (standing L{week.Standing})")}{(week.CutBack ? " · cut-back" : "")}{(week.Paused ? " · paused" : "")}{Cap(week)}");
        output.WriteLine(new string('─', Width));
        foreach (var reason in week.Reasons)
        {
            Lines("", reason.Text + (reason.Evidence.IsEmpty ? "" : $" [{string.Join(", ", reason.Evidence)}]"));
        }

        if (week.Referral is { } referral)
        {
            Lines("", referral.Text);
        }

        foreach (var (day, words) in week.Days.Zip(view.Days))
        {
            var label = Day.Format(day.Date);
            foreach (var line in day.Sessions.Zip(words.Sessions, Describe).SelectMany(lines => lines))
            {
                Lines(label, line);
                label = "";
            }
        }

        output.WriteLine(new string('─', Width));
        Extra("Form", view.Cue is null ? null : week.Cue);
        Extra("Lesson", week.Lesson);
        if (view.Shoes is { } shoes)
        {
            Lines("Shoes", shoes);
        }
    }

    private static string Cap(PlannedWeek week) =>
        week.Days.Any(day => day.Has<Session.Run>()) ? $" · no run over {Minutes(week.CapRunSeconds)} of running" : "";

    private void Extra(string label, string? id)
    {
        if (id is not null)
        {
            Lines(label, $"{library[id].Name} ({id}). {library[id].HowTo}");
        }
    }

    private IEnumerable<string> Describe(Session session, SessionView words) => session switch
    {
        Session.Run run =>
        [
            $"{words.Title}, {run.Minutes} min on {run.Surface.ToString().ToLowerInvariant()}{(run.Hills ? ", gentle hills" : "")}: {Block(run)}",
            $"  before: {words.Before}",
            $"  after: {words.After}",
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
                Line(line);
                line.Clear().Append(' ', DayWidth + indent + 2);
            }

            line.Append(' ').Append(word);
        }

        Line(line);
    }

    private void Line(StringBuilder words) => output.WriteLine(words.Replace(Tie, ' ').ToString().TrimEnd());
}
