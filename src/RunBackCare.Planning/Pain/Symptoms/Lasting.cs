using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Pain.Symptoms;

/// <summary>Words that say how long something has lasted.</summary>
internal static class Lasting
{
    public static readonly Terms Week = new(
        """
        all week | all this week | all of this week | whole week | entire week | for a/one/1 [whole/full] week | for about/over/almost/nearly a week | a week now | one week now | more than a week | over a week | past/last seven/7/eight/8/nine/9/ten/10 days | for seven/7/eight/8/nine/9/ten/10 days | seven/7/eight/8/nine/9/ten/10 days now | every day this week | each day this week | all seven days | since last week | since the week before | week long
        """);

    public static readonly Terms Fortnight = new(
        """
        two/2/three/3/four/4/five/5/six/6/eight/8/several/few/couple [of] [whole] weeks | fortnight | 14/fourteen days | for weeks | weeks now | weeks on end | for/over/about/nearly a/one/1 month | months | month now | for ages | since two weeks
        """);

    public const int WeekDays = 7;

    public const int FortnightDays = 14;
}
