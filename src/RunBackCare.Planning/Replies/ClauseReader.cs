using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Replies;

/// <summary>Reads one clause: what was done in it, how somebody is, then the scores it gives.</summary>
internal sealed class ClauseReader(ReplyContext context, Days days, Answer answer, Frame frame)
{
    /// <summary>The clause only says what the next one is about: "Tuesday and", "back and".</summary>
    public bool Carries { get; private set; }

    /// <param name="joined">It follows an "and".</param>
    /// <param name="excepted">It follows an "except".</param>
    /// <returns>False where a number in it was neither a score nor anything else.</returns>
    public bool Read(List<Token> tokens, bool joined, bool excepted)
    {
        if (tokens.Exists(t => t.Is(Meaning.LastWeekScope)))
        {
            frame.Week = context.ThisWeek.PlusWeeks(-1);
        }

        var clause = new Clause(tokens, days, frame.Week);
        var sessions = new SessionReader(context, days, answer, frame, clause);
        sessions.Read(joined, excepted);
        new ConditionReader(days, answer, frame, clause).Read();
        var scores = new ScoreReader(days, answer, frame, clause.Tokens, clause.DayAt, joined);
        var clear = scores.Read();
        if (!scores.Any && !sessions.Logged)
        {
            Carry(clause, joined);
        }

        frame.Carrying = Carries;
        frame.PainFree = clause.Has(Meaning.PainFree) || (clause.Has(Meaning.No) && clause.Has(Meaning.Pain));
        return clear;
    }

    private void Carry(Clause clause, bool joined)
    {
        if (clause.Named.Count > 0 && !frame.Skipping && !clause.Has(Meaning.Did))
        {
            frame.Days = joined && !frame.DaysUsed ? [.. frame.Days, .. clause.Named] : [.. clause.Named];
            frame.DaysUsed = false;
            frame.When = clause.Has(Meaning.Activity) ? ReportTime.Run : ReportTime.Unknown;
        }

        var sites = clause.Tokens.Where(t => t.Is(Meaning.Site)).Select(t => (PainSite)t.Value).ToList();
        frame.Sites = joined ? [.. frame.Sites, .. sites] : sites;
        Carries = (sites.Count > 0 || clause.Named.Count > 0)
            && clause.Tokens.TrueForAll(t => t.Meaning is Meaning.Site or Meaning.Weekday or Meaning.DaysAgo or Meaning.Date or Meaning.Filler or Meaning.Sign or Meaning.Activity or Meaning.Pain);
    }
}
