using RunBackCare.Planning;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Commands;

/// <summary>A form in which a previewed course is shown.</summary>
internal interface IPreviewOutput
{
    void Begin(SubscriberDraft person);

    void Week(SubscriberDraft person, PlannedWeek week);
}

/// <summary>One JSON object a line, the same that the database keeps.</summary>
internal sealed class PreviewJson(TextWriter output) : IPreviewOutput
{
    public void Begin(SubscriberDraft person)
    {
    }

    public void Week(SubscriberDraft person, PlannedWeek week) => output.WriteLine(PlanJson.Write(week));
}
