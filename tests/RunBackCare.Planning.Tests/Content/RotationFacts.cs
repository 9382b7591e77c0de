using System.Collections.Immutable;
using CsCheck;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Content;

/// <summary>
/// Nothing is seen three weeks running while alternatives exist (training rules, section 4). Of n items for k places each can sit out one week in
/// three wherever 2n is at least 3k; where n is less, somebody must stay.
/// </summary>
public sealed class RotationFacts
{
    private const int Weeks = 12;

    public static TheoryData<bool, Direction, int, Kit> Everybody()
    {
        var rows = new TheoryData<bool, Direction, int, Kit>();
        foreach (var acute in new[] { true, false })
        {
            foreach (var worse in Enum.GetValues<Direction>())
            {
                foreach (var level in new[] { 1, 2, 3 })
                {
                    foreach (var kit in new[] { Kit.None, Kit.Mat | Kit.Band | Kit.Roller, Kit.Mat | Kit.Band | Kit.Roller | Kit.Step | Kit.Weight })
                    {
                        rows.Add(acute, worse, level, kit);
                    }
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Nothing_is_seen_three_weeks_running_while_its_kind_has_enough_others(bool acute, Direction worse, int level, Kit kit)
    {
        var profile = Given.Ann with { Kit = kit, Back = Given.Ann.Back with { Worse = worse } };
        var prescription = acute ? Given.WalkOnly with { NewContent = true, StrengthLevel = level } : Given.OnRung(8) with { StrengthLevel = level };
        var lived = StrengthFacts.Lived(profile, prescription, Weeks);
        Assert.Empty(TooOften(lived, w => Items<Session.Strength>(w, s => s.Items)));
        Assert.Empty(TooOften(lived, w => Items<Session.Stretch>(w, s => s.Items)));
        Assert.Empty(TooOften(lived, w => Items<Session.Roll>(w, s => s.Items)));
    }

    [Fact]
    public void Whatever_came_before_what_is_tired_gives_way_to_what_is_rested()
    {
        Gen.Bool.Array[10].Sample(calm =>
        {
            var profile = Given.Ann with { Back = Given.Ann.Back with { Worse = Direction.Bending } };
            var lived = StrengthFacts.Lived(profile, [.. calm.Select(acute => acute ? Given.WalkOnly with { NewContent = true } : Given.OnRung(8))]);
            for (var i = 2; i < lived.Length; i++)
            {
                string[][] weeks = [.. lived.Skip(i - 2).Take(3).Select(w => Items<Session.Strength>(w, s => s.Items).Distinct().ToArray())];
                var allowed = lived.Where(w => w.Acute == calm[i]).SelectMany(w => Items<Session.Strength>(w, s => s.Items)).Distinct(StringComparer.Ordinal);
                var tired = weeks[2].Intersect(weeks[1], StringComparer.Ordinal).Intersect(weeks[0], StringComparer.Ordinal).Where(id => Kind(id) != "opening C01").Select(Kind).ToArray();
                Assert.DoesNotContain(allowed.Except(weeks[2], StringComparer.Ordinal).Where(id => !(weeks[1].Contains(id) && weeks[0].Contains(id))).Select(Kind), tired.Contains);
            }
        }, iter: Samples.Of(usual: 100, full: 1_000));
    }

    private static IEnumerable<string> TooOften(PlannedWeek[] lived, Func<PlannedWeek, IEnumerable<string>> items)
    {
        var weeks = lived.Select(w => items(w).ToHashSet(StringComparer.Ordinal)).ToArray();
        foreach (var kind in weeks.SelectMany(w => w).Distinct(StringComparer.Ordinal).GroupBy(Kind, StringComparer.Ordinal))
        {
            var all = kind.ToArray();
            var places = weeks.Max(w => w.Count(all.Contains));
            var thrice = Enumerable.Range(2, weeks.Length - 2).SelectMany(i => all.Where(id => weeks[i].Contains(id) && weeks[i - 1].Contains(id) && weeks[i - 2].Contains(id)));
            if (2 * all.Length >= 3 * places && thrice.Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } often)
            {
                yield return $"{kind.Key}: {string.Join(' ', often)} of {all.Length} for {places}";
            }
        }
    }

    private static IEnumerable<string> Items<T>(PlannedWeek week, Func<T, ImmutableArray<SessionItem>> items)
        where T : Session => week.Days.SelectMany(d => d.Sessions).OfType<T>().SelectMany(s => items(s)).Select(i => i.Id);

    /// <summary>Breathing is one kind with its fellows, but it opens every session and takes no turns.</summary>
    private static string Kind(string id) => TestLibrary.Library[id] switch
    {
        Exercise { Role: StrengthRole.Opening } => $"opening {(id == "C01" ? "C01" : "")}",
        Exercise exercise => $"{(id == "C20" ? StrengthRole.Front : exercise.Role)}",
        Stretch stretch => $"{stretch.Area}",
        _ => "roll",
    };
}
