using System.Collections.Immutable;
using RunBackCare.Planning.History;

namespace RunBackCare.Mail.Views;

/// <summary>The last weeks in bars, in numbers and in words.</summary>
/// <param name="Heading">Such as <c>Your last 8 weeks</c>.</param>
/// <param name="InWords">What the bars show, for whoever does not see them.</param>
/// <param name="Weeks">Oldest first.</param>
public sealed record ProgressView(string Heading, ImmutableArray<string> InWords, ImmutableArray<ProgressWeek> Weeks)
{
    /// <summary>Weeks that a mail shows.</summary>
    public const int MostWeeks = 12;
}

/// <param name="Name">First day of the week, such as <c>23 Nov</c>.</param>
public sealed record ProgressWeek(string Name, BarView Run, BarView Pain);

/// <param name="Text">The number with its unit, or why there is none.</param>
/// <param name="Percent">Length of the bar; null for none.</param>
public sealed record BarView(string Text, int? Percent);
