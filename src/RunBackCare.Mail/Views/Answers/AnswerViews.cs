using System.Collections.Immutable;

namespace RunBackCare.Mail.Views;

/// <summary>What was not understood.</summary>
/// <param name="Heading">Whether it is asked, or only named.</param>
/// <param name="Quoted">The person's words.</param>
/// <param name="Ask">What we would like to know.</param>
public sealed record AskView(string Heading, ImmutableArray<string> Quoted, ImmutableArray<string> Ask);

/// <summary>The days of a changed week that are still to come.</summary>
/// <param name="Heading">From which day on.</param>
/// <param name="Referral">Advice to see someone.</param>
public sealed record RestOfWeekView(string Heading, string? Referral, ImmutableArray<ReasonView> Why, ImmutableArray<DayView> Days, ImmutableArray<HowToGroup> HowTo);
