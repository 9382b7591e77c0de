using System.Collections.Immutable;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Deployment;

public sealed class SampleSubscribersTests
{
    private static readonly ImmutableArray<SubscriberDraft> Samples = SampleSubscribers.Read();

    [Fact]
    public void There_are_twelve_and_each_can_be_stored() => Assert.Equal(12, Samples.Length);

    [Fact]
    public void No_two_share_an_address() => Assert.Distinct(Samples.Select(person => person.Address), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Their_addresses_lead_nowhere() =>
        Assert.All(Samples, person => Assert.True(person.Address!.EndsWith("@example.org", StringComparison.Ordinal) || person.Address.EndsWith("@example.net", StringComparison.Ordinal)));

    [Fact]
    public void All_have_agreed_and_nothing_keeps_any_of_them_from_running()
    {
        Assert.All(Samples, person => Assert.NotNull(person.Consent));
        Assert.All(Samples, person => Assert.Empty(ProfileRules.Stops(person.Profile)));
    }

    [Fact]
    public void They_are_as_varied_as_the_world()
    {
        Assert.Equal(4, Samples.Select(person => person.Profile.Experience).Distinct().Count());
        Assert.Equal(3, Samples.Select(person => person.Profile.Goal).Distinct().Count());
        Assert.Equal(3, Samples.Select(person => person.Profile.Back.Worse).Distinct().Count());
        Assert.True(Samples.Select(person => person.SendDay).Distinct().Count() >= 4);
        Assert.True(Samples.Select(person => person.Zone.Id).Distinct().Count() >= 10);
        Assert.Contains(Samples, person => person.Zone.Id == "Pacific/Auckland");
        Assert.Contains(Samples, person => person.Zone.Id == "Asia/Tokyo");
        Assert.Contains(Samples, person => person.Profile.Units == Units.Miles);
        Assert.Contains(Samples, person => person.Profile.Kit == Kit.None);
        Assert.Contains(Samples, person => person.Profile.Days.PossibleDays == 2);
        Assert.Contains(Samples, person => person.Profile.Surfaces is [Surface.Treadmill]);
    }

    [Fact]
    public void One_name_tries_everything_at_once()
    {
        var name = Samples[^1].Name;

        Assert.All(["<script>", "\"", "'", "&", "{{", "}}", "{%", "🏃"], mark => Assert.Contains(mark, name, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', name);
    }
}
