namespace RunBackCare.Planning.Content;

/// <summary>Whose turn it is among items that are all allowed: none more than two weeks in a row while there is another.</summary>
internal static class Rotation
{
    /// <summary>An item once begun stays a second week, so that it can be learnt; then the one longest unseen takes over.</summary>
    public static T? Learning<T>(IEnumerable<T> candidates, ContentMemory memory, Policy policy, ulong seed)
        where T : ContentItem =>
        Choose(candidates, memory, policy, (item, ago) => ago == 1 ? 0 : 1, seed);

    /// <summary>The one longest unseen.</summary>
    public static T? Fresh<T>(IEnumerable<T> candidates, ContentMemory memory, Policy policy, ulong seed)
        where T : ContentItem =>
        Choose(candidates, memory, policy, (_, _) => 0, seed);

    /// <summary>The first that is calm, in the order of the library, as long as it has not had its weeks.</summary>
    public static T? Usual<T>(IEnumerable<T> candidates, ContentMemory memory, Policy policy, Func<T, bool> calm)
        where T : ContentItem
    {
        T? first = null;
        var least = int.MaxValue;
        foreach (var item in candidates)
        {
            var rank = (memory.InARow(item.Id) >= policy.ItemMostWeeksInARow ? 2 : 0) + (calm(item) ? 0 : 1);
            if (rank < least)
            {
                (first, least) = (item, rank);
            }
        }

        return first;
    }

    private static T? Choose<T>(IEnumerable<T> candidates, ContentMemory memory, Policy policy, Func<T, int, int> rank, ulong seed)
        where T : ContentItem
    {
        T? best = null;
        var bestKey = (Tired: false, Rank: 0, Recent: 0, Tie: 0UL);
        foreach (var item in candidates)
        {
            var ago = memory.WeeksAgo(item.Id);
            var key = (Tired: memory.InARow(item.Id) >= policy.ItemMostWeeksInARow, Rank: rank(item, ago), Recent: -ago, Tie: TieOf(item.Id, seed));
            if (best is null || key.CompareTo(bestKey) < 0)
            {
                (best, bestKey) = (item, key);
            }
        }

        return best;
    }

    private static ulong TieOf(string id, ulong seed)
    {
        foreach (var letter in id)
        {
            seed = Weeks.Seeded.Mix(seed ^ letter);
        }

        return seed;
    }
}
