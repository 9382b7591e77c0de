using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Site.Own;

/// <summary>For a clinician: how the back was, what was run, what was noticed, and what the rules decided and why. One sheet when printed.</summary>
internal sealed class SummaryPage(OwnPerson people) : OwnPage(people)
{
    private readonly OwnPerson _people = people;

    public OwnStory Story { get; private set; } = null!;

    public ProgressChart Chart => new(Story.Progress, Story.Person.Profile.Back);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadPersonAsync(cancellation);
        Story = await _people.StoryAsync(PersonId, cancellation);
    }

    /// <summary>What was known of that week.</summary>
    public WeekProgress? ProgressOf(WeekRow week) => Story.Progress.FirstOrDefault(p => p.Starts == week.StartsOn);

    /// <summary>The most running in one run, in minutes; null in a week of walks.</summary>
    public static int? LongestRun(WeekRow week) =>
        week.Plan.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().Select(r => (int?)(r.RunTotalSeconds / 60)).Max();

    public static string Words(PlannedWeek week) => week switch
    {
        { StepsUp: true } => "a step up",
        { Decision: Decision.Progress or Decision.Hold } => "held",
        { Decision: Decision.StepBack } => "a step back",
        { Decision: Decision.WalkOnly } => "walks only",
        { Decision: Decision.Urgent } => "walks, seen the same day",
        _ => "suspended, seen at once",
    };
}
