namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>Weekdays as the sets of days know them, Monday the first bit.</summary>
internal static class DayBits
{
    public const int Mon = 1 << 0;
    public const int Tue = 1 << 1;
    public const int Wed = 1 << 2;
    public const int Thu = 1 << 3;
    public const int Fri = 1 << 4;
    public const int Sat = 1 << 5;
    public const int Sun = 1 << 6;
}
