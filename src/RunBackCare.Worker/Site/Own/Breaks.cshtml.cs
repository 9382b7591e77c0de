using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers.Preferences;

namespace RunBackCare.Worker.Site.Own;

/// <summary>Pauses and illness: from when to when, and back again.</summary>
internal sealed class BreaksPage(OwnPerson people, TakeBreak breaks, AnswerFromPage answers) : OwnPage(people)
{
    /// <summary>A plan that is further away is none.</summary>
    private const int LongestYears = 2;

    private readonly OwnPerson _people = people;

    public FilledForm Form { get; private set; } = new();

    public OwnStory Story { get; private set; } = null!;

    /// <summary>Running now, or to come.</summary>
    public IEnumerable<Pause> Pauses => Story.Pauses.Where(p => p.To is null || p.To >= Story.Now.Date);

    public static IReadOnlyList<Choice> Why { get; } = [new("asked", "A holiday, or no time"), new("illness", "I am ill")];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        Form = Empty();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        await ShowAsync(cancellation);
        var today = Story.Now.Date;
        var from = Read("from", required: true);
        var to = Read("to", required: false);
        if (from < today.PlusDays(-14) || from > today.PlusYears(LongestYears))
        {
            Form.Refuse("from", "Please write a day from two weeks ago on.");
        }

        if (to < from || to > today.PlusYears(LongestYears))
        {
            Form.Refuse("to", "Please write a day that is not before the first.");
        }

        if (!Form.IsGood || from is not { } first)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await breaks.RunAsync(PersonId, first, to, Form["why"] == "illness" ? PauseCause.Illness : PauseCause.Asked, cancellation);
        Done = to is { } last
            ? $"Paused from {Day(first)} to {Day(last)}, both days included. Your plan then comes back by itself, and begins lower."
            : $"Paused from {Day(first)} on, until you say that you are back.";
        await ShowAsync(cancellation);
        Form = Empty();
        return Page();
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation)
    {
        await answers.RunAsync(PersonId, Guid.NewGuid(), "RESUME", cancellation);
        await ShowAsync(cancellation);
        Done = SafetyHolds.IsHeld(Person)
            ? "Your break is over, but your plan is on hold for your safety: your own page says how it goes on."
            : "Welcome back. Your plan goes on, and begins gently.";
        Form = Empty();
        return Page();
    }

    private FilledForm Empty() => new() { ["from"] = LocalDatePattern.Iso.Format(Story.Now.Date), ["why"] = "asked" };

    private LocalDate? Read(string name, bool required)
    {
        var text = Form[name].Trim();
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
        {
            return day;
        }

        Form.Refuse(name, "Please write a day, such as 2026-12-24.");
        return null;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Story = await _people.StoryAsync(PersonId, cancellation);
    }
}
