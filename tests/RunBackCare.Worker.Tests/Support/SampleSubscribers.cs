using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Tests.Support;

/// <summary>The sample people as an import reads them.</summary>
internal static class SampleSubscribers
{
    // The samples speak of no day later than this, so that they stay good on any clock.
    private static readonly Instant EarliestUse = Instant.FromUtc(2026, 2, 1, 0, 0);

    public static ImmutableArray<SubscriberDraft> Read()
    {
        var path = Repository.File("deploy", "samples", "subscribers.yaml");
        var (people, fault) = DocumentReader.Read(path, File.ReadAllText(path));
        Assert.Null(fault);
        var read = people.Select(person => ProfileDocument.Read(person, DocumentUse.Import, EarliestUse)).ToList();
        Assert.Empty(read.SelectMany(person => person.Faults));
        return [.. read.Select(person => person.Draft!)];
    }
}
