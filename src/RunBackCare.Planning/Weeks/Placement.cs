namespace RunBackCare.Planning.Weeks;

/// <summary>On which days the sessions stand. Sets are those of <see cref="DayMask"/>; days already over are not in them.</summary>
internal readonly record struct Placement
{
    /// <summary>Days with a run, or with a walk in its place.</summary>
    public int Runs { get; init; }

    public int Strength { get; init; }

    public int Stretch { get; init; }

    /// <summary>Day of the longest run; -1 where none of the placed runs is it.</summary>
    public int Longest { get; init; }

    /// <summary>The longest stands where neither preference nor the last day would put it.</summary>
    public bool LongestMoved { get; init; }

    /// <summary>Which wish stands on each run day, four bits a day.</summary>
    public int Wishes { get; init; }

    public int WishOn(int day) => Wishes >> (4 * day) & 15;
}
