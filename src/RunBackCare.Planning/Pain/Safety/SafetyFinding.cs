using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>A sign found in what a person wrote.</summary>
/// <param name="Phrase">Stable name of the sign, such as <c>saddle-numbness</c>; never the person's words.</param>
public sealed record SafetyFinding(SafetyLevel Level, string Phrase)
{
    /// <param name="day">Local day the words were written.</param>
    public SafetyFlag On(LocalDate day) => new(day, Level, Phrase);
}
