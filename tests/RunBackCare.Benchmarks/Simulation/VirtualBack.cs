namespace RunBackCare.Benchmarks.Simulation;

/// <summary>How a virtual runner's pain moves through the year.</summary>
internal enum PainCourse
{
    /// <summary>The usual, day after day: nobody's back, but the same for every plan.</summary>
    Unchanging,

    /// <summary>A usual of 0 to 2 that wobbles by a point.</summary>
    Steady,

    /// <summary>The same, with a flare every half year or so that rises by 4 to 7 points in a day and fades over weeks.</summary>
    Flares,

    /// <summary>The same, but it climbs slowly while the load stays, and falls when the load does.</summary>
    Creep,

    /// <summary>A usual of 3 or 4 that wobbles by a point.</summary>
    Chronic,

    /// <summary>Like <see cref="Steady"/>, of people who go silent for weeks.</summary>
    Silent,
}

/// <summary>
/// The back of a virtual runner. Its courses are our own invention, chosen to try the planner and not to say how backs behave. Scores of 9
/// and 10 do not occur: they are a matter for safety mails, not for the load.
/// </summary>
internal sealed class VirtualBack(PainCourse course, int usual, Dice dice)
{
    private const int Highest = 8;
    private const double FadesADay = 0.3;
    private const double ClimbsAWeek = 0.2;
    private const double FallsAWeek = 0.7;

    private double _extra;

    public void BeginWeek(bool lighter)
    {
        if (course == PainCourse.Creep)
        {
            _extra = Math.Max(0, _extra + (lighter ? -FallsAWeek : ClimbsAWeek));
        }
    }

    /// <summary>Worst score of the next day.</summary>
    public int NextDay()
    {
        if (course == PainCourse.Flares)
        {
            // Half a per cent a day is about twice a year.
            _extra = dice.Between(1, 200) == 1 ? dice.Between(4, 7) : Math.Max(0, _extra - FadesADay);
        }

        var wobble = course == PainCourse.Unchanging ? 0 : dice.Between(1, 10) switch { 1 => -1, 10 => 1, _ => 0 };
        return Math.Clamp((int)Math.Round(usual + _extra) + wobble, 0, Highest);
    }
}
