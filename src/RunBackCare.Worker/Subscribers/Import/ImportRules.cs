using System.Collections.Immutable;
using System.Text.Json;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Subscribers.Import;

/// <summary>What must hold of a list of people as a whole, and what only an import asks of each.</summary>
internal static class ImportRules
{
    public static ImmutableArray<DocumentFault> Check(ImmutableArray<SubscriberDraft> people) =>
        [.. people.SelectMany(Uncleared).Concat(Repeated(people)).OrderBy(f => f.Line)];

    /// <summary>Under 18 and whatever a clinician has not cleared stops a sign-up (training rules, section 6 C).</summary>
    private static IEnumerable<DocumentFault> Uncleared(SubscriberDraft person) =>
        from stop in ProfileRules.Stops(person.Profile)
        let name = stop == Screening.Under18 ? "under_18" : JsonNamingPolicy.SnakeCaseLower.ConvertName(stop.ToString())
        select new DocumentFault(person.Line, "screening", stop == Screening.Under18
            ? "under_18: the plans are for adults"
            : $"{name}: a clinician has to say first that they may run; then write {{ name: {name}, cleared: 2026-10-01 }} with that day");

    private static IEnumerable<DocumentFault> Repeated(ImmutableArray<SubscriberDraft> people) =>
        from same in people.GroupBy(AddressKey.Of, StringComparer.Ordinal)
        let first = same.First()
        from again in same.Skip(1)
        select new DocumentFault(again.Line, "email", $"stands in line {first.Line} already: one entry a person");
}
