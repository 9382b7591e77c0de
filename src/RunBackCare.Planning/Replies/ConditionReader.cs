namespace RunBackCare.Planning.Replies;

/// <summary>What a clause says of how somebody is, beside their pain: ill, limping, how they slept.</summary>
internal sealed class ConditionReader(Days days, Answer answer, Frame frame, Clause clause)
{
    /// <summary>Of what is counted: "2 kids".</summary>
    private const int Somebody = 1;

    public void Read()
    {
        ReadIllness();
        ReadStride();
        ReadSleep();
    }

    private void ReadIllness()
    {
        var at = clause.Tokens.FindIndex(t => t.Is(Meaning.Ill));
        if (at >= 0 && IsLongAgo())
        {
            answer.Took();
            return;
        }

        // "My kids were ill" tells of someone else.
        if (at < 0 || clause.IsDenied(at) || clause.Tokens.Take(at).Any(t => t.Is(Meaning.Unknown) || t is { Meaning: Meaning.OtherNumber or Meaning.OtherUnit, Value: Somebody }))
        {
            return;
        }

        answer.IllSince(clause.Named.Count > 0 ? clause.Named.Min() : clause.Has(Meaning.WeekScope) || clause.Has(Meaning.AllWeek) || clause.Has(Meaning.LastWeekScope) ? frame.Week ?? days.Bare : days.Today);
    }

    /// <summary>"Last month", "last year".</summary>
    private bool IsLongAgo() => clause.Tokens.FindIndex(t => t.Is(Meaning.Last)) is >= 0 and var last && last + 1 < clause.Tokens.Count && clause.Tokens[last + 1].Is(Meaning.OtherUnit);

    private void ReadStride()
    {
        var at = clause.Tokens.FindIndex(t => t.Is(Meaning.Limped));
        if (at < 0)
        {
            return;
        }

        if (clause.IsDenied(at))
        {
            answer.Took();
            return;
        }

        answer.ChangedStride(clause.Named.Count > 0 ? clause.Named[^1] : frame.Days.Count > 0 ? frame.Days[^1] : null);
    }

    private void ReadSleep()
    {
        var at = clause.Tokens.FindIndex(t => t.Is(Meaning.Sleep));
        if (at < 0)
        {
            return;
        }

        var number = clause.Tokens.FindIndex(at, t => t.Is(Meaning.Number) || t is { Meaning: Meaning.Fraction, Other: 5 });
        if (number < 0)
        {
            return;
        }

        // Sleep has five steps; what is beyond them is no score of pain either.
        if (clause.Tokens[number].Number is >= 1 and <= 5 and var sleep && decimal.IsInteger(sleep))
        {
            answer.Sleep = (int)sleep;
            answer.Took();
            clause.SetAside(number);
        }
    }
}
