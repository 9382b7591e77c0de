using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Content;

/// <summary>One lesson and one form cue a week. A lesson that something asks for comes first; none comes again within twelve weeks.</summary>
internal static class LessonPicker
{
    /// <summary>The cue longest unseen, in the order of the library; one about walk breaks only where there are any.</summary>
    public static string? Cue(Prescription prescription, Library library, ContentMemory memory) =>
        Oldest(library.Cues.Where(c => !c.NeedsBreaks || prescription.Training is Training.OfRung { Rung: < Ladder.Top }), memory)?.Id;

    public static string? Lesson(Facts facts, Prescription prescription, ShoeCounter? shoes, Library library, ContentMemory memory, Policy policy)
    {
        List<Lesson> rested = [.. library.Lessons.Where(l => memory.WeeksAgo(l.Id) >= policy.LessonRestWeeks)];
        foreach (var need in Needs(facts, prescription, shoes, policy))
        {
            if (rested.Find(l => l.Need == need) is { } asked)
            {
                return asked.Id;
            }
        }

        return Oldest(rested, memory)?.Id;
    }

    private static IEnumerable<LessonNeed> Needs(Facts facts, Prescription prescription, ShoeCounter? shoes, Policy policy)
    {
        if (prescription.Lesson != LessonNeed.None)
        {
            yield return prescription.Lesson;
        }

        if (prescription.Referral is not null)
        {
            yield return LessonNeed.SeeSomeone;
        }

        if (shoes is { Advice: not ShoeAdvice.Fine })
        {
            yield return LessonNeed.Shoes;
        }

        if (facts.Profile.Sleep <= policy.PoorSleep)
        {
            yield return LessonNeed.Sleep;
        }
    }

    private static T? Oldest<T>(IEnumerable<T> items, ContentMemory memory)
        where T : ContentItem
    {
        T? oldest = null;
        var most = 0;
        foreach (var item in items)
        {
            if (memory.WeeksAgo(item.Id) is var ago && ago > most)
            {
                (oldest, most) = (item, ago);
            }
        }

        return oldest;
    }
}
