using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>A Monday-to-Sunday as planned. Once stored it never changes; a later revision stands beside it.</summary>
public sealed record PlannedWeek
{
    /// <summary>Its Monday.</summary>
    public required LocalDate Starts { get; init; }

    public required Decision Decision { get; init; }

    /// <summary>The row of the decision table that matched, 1 to 9.</summary>
    [JsonPropertyName("rule")]
    public required int Row { get; init; }

    /// <summary>What is trained this week, 0 to 15; 0 when walking only.</summary>
    public required int Rung { get; init; }

    /// <summary>Where the person stands; a cut-back trains one below it.</summary>
    public required int Standing { get; init; }

    public bool CutBack { get; init; }

    /// <summary>More than the week before: a good week at the top of what goal and days allow is not.</summary>
    public bool StepsUp { get; init; }

    public bool Paused { get; init; }

    /// <summary>Left empty because nobody has answered for too long.</summary>
    [JsonIgnore]
    public bool IsPausedForSilence => Paused && Reasons is [{ Code: Progression.Words.HoldWords.SilentPause }, ..];

    /// <summary>Planned before anything was known of the week behind it; a late answer may still raise it.</summary>
    public bool Provisional { get; init; }

    /// <summary>First week back after a break.</summary>
    [JsonPropertyName("return")]
    public bool Return { get; init; }

    /// <summary>Only items marked as calm enough for an irritated back.</summary>
    public bool Acute { get; init; }

    /// <summary>1 to 3.</summary>
    public int StrengthLevel { get; init; } = 1;

    public required string Policy { get; init; }

    /// <summary>The most running any single run of the week may hold; it is the cap, not the plan.</summary>
    public required int CapRunSeconds { get; init; }

    public decimal CapRunMinutes => Math.Round(CapRunSeconds / 60m, 2);

    public required ImmutableArray<Reason> Reasons { get; init; }

    public required int Revision { get; init; }

    public string? Cue { get; init; }

    public string? Lesson { get; init; }

    public Referral? Referral { get; init; }

    public ShoeCounter? Shoes { get; init; }

    /// <summary>What may stand in for any run of the week, minute for minute: content IDs, the best supported first.</summary>
    public ImmutableArray<string> Swaps { get; init; } = [];

    /// <summary>The days the plan covers, in order: seven, but three to six in a partial week and none when nothing is planned.</summary>
    public required ImmutableArray<PlannedDay> Days { get; init; }

    [JsonIgnore]
    public LocalDate FirstDay => Days.IsEmpty ? Starts : Days[0].Date;
}

public sealed record PlannedDay(LocalDate Date, ImmutableArray<Session> Sessions)
{
    /// <summary>Whether a session of that kind stands on it.</summary>
    public bool Has<TSession>()
        where TSession : Session => Sessions.Any(session => session is TSession);
}

/// <summary>Why the plan is as it is: data first, then the sentence a person reads.</summary>
/// <param name="Code">Stable name, such as <c>first-week</c> or <c>gave-up-surface-share</c>.</param>
/// <param name="Text">One short sentence, in the second person.</param>
/// <param name="Evidence">Evidence IDs it rests on; empty where it rests on the person's own words alone.</param>
/// <param name="Values">The numbers behind it, by name, in order of the name.</param>
public sealed record Reason(string Code, string Text, ImmutableArray<string> Evidence, ImmutableSortedDictionary<string, string> Values)
{
    public static Reason Of(string code, string text, ImmutableArray<string> evidence, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            builder[name] = FormattableString.Invariant($"{value}");
        }

        return new(code, text, evidence, builder.ToImmutable());
    }
}

/// <summary>A routine advice to see someone, on top of the plan.</summary>
/// <param name="Reasons">Names of the referral reasons, stable, for their memory of four weeks.</param>
/// <param name="Text">What to do and whom to see.</param>
public sealed record Referral(ImmutableArray<string> Reasons, string Text);

/// <param name="Km">Kilometres on the shoes at the start of the week, planned and logged runs together.</param>
/// <param name="Advice">What to do about them.</param>
public sealed record ShoeCounter(int Km, ShoeAdvice Advice);

public enum ShoeAdvice
{
    Fine,

    /// <summary>Past 500 km: look for the next pair.</summary>
    Soon,

    /// <summary>Past 800 km: replace them.</summary>
    Replace,
}
