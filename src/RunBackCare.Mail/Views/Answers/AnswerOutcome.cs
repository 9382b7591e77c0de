using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>What was read in an answer and what came of it: all that a receipt tells.</summary>
public sealed record AnswerOutcome
{
    public required Reading Reading { get; init; }

    /// <summary>What it was read with: the moment of writing and the planned weeks, the newest one too.</summary>
    public required ReplyContext Context { get; init; }

    /// <summary>The week as it is now, where the answer changed it.</summary>
    public PlannedWeek? Revision { get; init; }

    /// <summary>What was done at the person's word, in the order of the words.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>False where the last receipt asked already: what was not understood is then named, not asked again.</summary>
    public bool MayAsk { get; init; } = true;

    /// <summary>The first day that is still to come: tomorrow, once something of today is known to be done.</summary>
    internal LocalDate FirstDayLeft => IsTodayDone ? Context.Today.PlusDays(1) : Context.Today;

    private bool IsTodayDone =>
        Reading.Reports.Any(r => r.Day == Context.Today && r.When == ReportTime.Run)
        || Reading.Sessions.Any(s => s is SessionLog.OnDay { Done: true } log && log.Day == Context.Today);
}
