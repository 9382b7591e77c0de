using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Planning;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>What the planner would do for a person, without a database.</summary>
internal static class PreviewCommand
{
    private const int MostWeeks = 520;

    public static Command Make()
    {
        var profile = new Argument<string>("PROFILE") { Description = "A profile in YAML, JSON or CSV; a file of several is previewed one after the other." };
        var weeks = new Option<int>("--weeks") { Description = "How many weeks.", DefaultValueFactory = _ => 1 };
        var from = new Option<string?>("--from") { Description = "Monday of the first week, such as 2026-11-30; the default is next Monday." };
        var silent = new Option<bool>("--silent") { Description = "Nobody answers; without it every week is answered \"usual pain, all done\"." };
        var replies = new Option<string?>("--replies") { Description = "Play these answers: one a line, as 2026-11-29T20:00 2, all done (local time)." };
        var json = new Option<bool>("--json") { Description = "One JSON object a week." };
        var html = new Option<string?>("--html") { Description = "Write the mails into this folder instead, with pictures where Chromium is installed." };
        weeks.Check(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostWeeks, $"is not a number from 1 to {MostWeeks}");
        from.Check(text => Monday(text) is not null, "is not a Monday written as 2026-11-30");
        var command = new Command("preview", "Plan weeks for a person on paper: no database, nothing sent.") { profile, replies, weeks, from, silent, json, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = SystemClock.Instance.GetCurrentInstant();
            var (people, faults) = await ProfileFile.ReadAsync(parsed.GetRequiredValue(profile), DocumentUse.Preview, now, cancellation);
            if (faults.Length > 0)
            {
                foreach (var fault in faults)
                {
                    await Console.Error.WriteLineAsync($"{parsed.GetValue(profile)}: {fault}");
                }

                return CommandLine.BadArguments;
            }

            var (written, badLines) = await RepliesAsync(parsed.GetValue(replies), cancellation);
            if (badLines.Length > 0)
            {
                foreach (var line in badLines)
                {
                    await Console.Error.WriteLineAsync($"{parsed.GetValue(replies)}: {line}");
                }

                return CommandLine.BadArguments;
            }

            var files = LoadedTemplates.Load(CommandServices.TemplatesDirectory);
            var planner = new Planner(Policy.Current, files.Library);
            var show = Output(parsed.GetValue(json), parsed.GetValue(html), files);
            foreach (var person in people)
            {
                var first = parsed.GetValue(from) is { } text ? Monday(text)!.Value : now.InZone(person.Zone).Date.Next(IsoDayOfWeek.Monday);
                var answers = written ?? new PreviewAnswers.Weekly(_ => parsed.GetValue(silent) ? null : person.Profile.Back.UsualPain);
                show.Begin(person);
                foreach (var week in PreviewCourse.Play(planner, person, first, WeeksFor(first, answers), answers))
                {
                    show.Week(person, week);
                }
            }

            if (show is PreviewMails { Pages: var pages })
            {
                await MailPictures.TakeAsync(pages, cancellation);
            }

            return CommandLine.Done;

            // A course that is played goes on to the week after its last answer, unless a number was asked for.
            int WeeksFor(LocalDate first, PreviewAnswers answers) =>
                answers is PreviewAnswers.Written { Replies: [.., var last] } && parsed.GetResult(weeks) is null or { Implicit: true }
                    ? Math.Clamp((Period.DaysBetween(first, last.Written.Date) / 7) + 2, 1, MostWeeks)
                    : parsed.GetValue(weeks);
        });
        return command;
    }

    private static async Task<(PreviewAnswers? Answers, ImmutableArray<string> Faults)> RepliesAsync(string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            return (null, []);
        }

        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file {path}.");
        }

        var (replies, faults) = PreviewReply.Read(await File.ReadAllLinesAsync(path, cancellation));
        return (new PreviewAnswers.Written(replies), faults);
    }

    private static IPreviewOutput Output(bool json, string? folder, LoadedTemplates files) => (json, folder) switch
    {
        (_, { } path) => new PreviewMails(path, files, Console.Out),
        (true, null) => new PreviewJson(Console.Out),
        _ => new PreviewTable(Console.Out, files.Library),
    };

    private static LocalDate? Monday(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { DayOfWeek: IsoDayOfWeek.Monday } day } ? day : null;
}
