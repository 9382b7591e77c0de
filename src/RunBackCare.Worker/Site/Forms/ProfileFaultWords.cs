using System.Collections.Frozen;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Site.Forms;

/// <summary>A fault of a profile in the words of the page: what to put there, without the format's names.</summary>
internal static class ProfileFaultWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["email"] = "Please write a whole mail address, such as ann@example.org.",
        ["name"] = $"Please choose a name of at most {ProfileDocument.LongestName} letters.",
        ["time_zone"] = "Please choose your time zone.",
        ["send.at"] = "Please write a time of day, such as 17:00.",
        ["send.day"] = "Please choose a weekday.",
        ["country"] = "Please write the two letters of your country, such as DE.",
        ["language"] = "Please write a language, such as en-GB.",
        ["days"] = "Please choose at least one day on which a run is possible.",
        ["surfaces"] = "Please tick at least one kind of ground to run on.",
        ["usual_surface"] = "Please choose one of the kinds of ground that you ticked.",
        ["runs_per_week"] = "Please choose two, three or four runs a week.",
        ["current_runs_per_week"] = "Please write how many runs you do in a week now, 0 to 14.",
        ["longest_run_minutes"] = "Please write how many minutes you run without a break now: a number from 0 to 600, and more than 0 if you run already.",
        ["run_minutes_now"] = "Please write minutes, such as 12; at most 600.",
        ["target_longest_run_minutes"] = "Please write how long your longest run should become: 30 to 300 minutes.",
        ["longest_run_day"] = "Please choose one of the days on which a run is possible.",
        ["back.usual_pain"] = "Please choose a number from 0 to 10.",
        ["back.now"] = "Please choose a number from 0 to 10.",
        ["back.since"] = "Please write a day that is not in the future.",
        ["shoes.since"] = "Please write a day that is not in the future.",
        ["shoes.km"] = "Please write the distance on your shoes in kilometres, 0 to 5000.",
        ["birth_year"] = "Please write your year of birth with four digits, such as 1980.",
        ["pace"] = "Please write minutes and seconds for one kilometre or mile, such as 7:30.",
        ["sleep"] = "Please choose a number from 1 to 5.",
        ["blackout"] = "Please write both days of each time away, the first one first.",
        ["screening"] = "Please tick what is true for you, and the day on which a clinician said yes.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(DocumentFault fault) => Words.TryGetValue(fault.Field, out var words) ? words
        : fault.Field.Split('.')[0] is var first && Words.TryGetValue(first, out words) ? words
        : "Please look at this again.";
}
