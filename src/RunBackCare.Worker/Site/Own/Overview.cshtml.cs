using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers.Preferences;

namespace RunBackCare.Worker.Site.Own;

/// <summary>This week, how it went, and what was decided: a person's own page.</summary>
internal sealed class OverviewPage(OwnPerson people, AnswerFromPage answers, StateClearance clearance) : OwnPage(people)
{
    private const int DaysBack = 7;

    /// <summary>As the reader of answers counts: before four in the morning it is still yesterday.</summary>
    private const int NewDayHour = 4;

    private readonly OwnPerson _people = people;

    public OwnStory Story { get; private set; } = null!;

    public ProgressChart Chart => new(Story.Progress, Story.Person.Profile.Back);

    public FilledForm Form { get; private set; } = new() { ["once"] = $"{Guid.NewGuid():n}" };

    /// <summary>What was just said, as it was understood; null where nothing was.</summary>
    public ReceiptView? Receipt { get; private set; }

    /// <summary>A grave sign in what was just said.</summary>
    public SafetyLevel? Sign { get; private set; }

    public bool MayUndo { get; private set; }

    public bool IsHeld => SafetyHolds.IsHeld(Person);

    public EmergencyNumber Emergency => EmergencyNumber.For(Person.Country, Person.Zone);

    /// <summary>Days that may be told of.</summary>
    public IReadOnlyList<Choice> Days =>
    [
        .. Enumerable.Range(0, DaysBack).Select(back => Story.Now.PlusHours(-NewDayHour).Date.PlusDays(-back))
            .Select((day, back) => new Choice(LocalDatePattern.Iso.Format(day), back switch { 0 => $"Today, {Day(day)}", 1 => $"Yesterday, {Day(day)}", _ => Day(day) })),
    ];

    public static IReadOnlyList<Choice> Did { get; } =
    [
        new("", "Nothing, just the score"),
        new("ran", "I ran"),
        new("walked", "I walked"),
        new("swam", "I swam instead"),
        new("cycled", "I cycled instead"),
        new("strength done", "Strength session done"),
        new("skipped", "I left the run out"),
    ];

    public static IReadOnlyList<Choice> Scores { get; } = [new("", "No score"), .. Choices.Scores];

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>A run or a score in boxes: put into the words one would write, so that there is one way of understanding.</summary>
    public async Task<IActionResult> OnPostLogAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (Words() is { } words)
        {
            await SayAsync(words, cancellation);
        }

        return await AnswerAsync(cancellation);
    }

    /// <summary>In their own words, as in a mail.</summary>
    public async Task<IActionResult> OnPostSayAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (Form["words"].Trim() is { Length: > 0 } words)
        {
            await SayAsync(words, cancellation);
        }
        else
        {
            Form.Refuse("words", "Please write something first, such as 2, all done.");
        }

        return await AnswerAsync(cancellation);
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        await SayAsync("UNDO", cancellation);
        return await AnswerAsync(cancellation);
    }

    public async Task<IActionResult> OnPostClearedAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (!Form.IsTicked("cleared", "yes"))
        {
            Form.Refuse("cleared", "Please tick this only when a clinician has said that you may run.");
        }
        else if (await clearance.RunAsync(PersonId, cancellation))
        {
            Done = "Noted with today's date. Your plan goes on: walks first, then running a little below where you were.";
        }

        return await AnswerAsync(cancellation);
    }

    private string? Words()
    {
        var (day, did, minutes, score) = (Form["day"], Form["did"], Form["minutes"].Trim().Replace(',', '.'), Form["score"]);
        if (minutes.Length > 0 && !(decimal.TryParse(minutes, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 600))
        {
            Form.Refuse("minutes", "Please write minutes, such as 20; at most 600.");
        }

        if (!LocalDatePattern.Iso.Parse(day).Success)
        {
            Form.Refuse("day", "Please choose a day.");
        }

        if (did.Length == 0 && score.Length == 0)
        {
            Form.Refuse("score", "Please choose what you did, or a score.");
        }

        if (!Form.IsGood || !Did.Any(d => d.Value == did) || !Scores.Any(s => s.Value == score))
        {
            return null;
        }

        ImmutableArray<string> parts =
        [
            .. did switch { "" => [], "skipped" => ["skipped"], _ => new[] { minutes.Length > 0 ? $"{did} {minutes} min" : did.Contains(' ', StringComparison.Ordinal) ? did : $"{did}" } },
            .. score.Length == 0 ? Array.Empty<string>() : [$"back {score}"],
        ];
        return $"{day} {string.Join(", ", parts)}";
    }

    private async Task SayAsync(string words, CancellationToken cancellation)
    {
        if (!Guid.TryParse(Form["once"], out var once))
        {
            once = Guid.NewGuid();
        }

        if (await answers.RunAsync(PersonId, once, words, cancellation) is { } said)
        {
            await ReadPersonAsync(cancellation);
            Sign = said.Reading?.Flags.Select(f => (SafetyLevel?)f.Level).Min();
            Receipt = said.SubscriberId is null ? null : await _people.ReceiptAsync(Person, said, cancellation);
        }
    }

    private async Task<IActionResult> AnswerAsync(CancellationToken cancellation)
    {
        if (Form.IsGood)
        {
            Form = new() { ["once"] = $"{Guid.NewGuid():n}" };
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Story = await _people.StoryAsync(PersonId, cancellation);
        MayUndo = await _people.LastAnswerAsync(PersonId, cancellation) is not null;
    }
}
