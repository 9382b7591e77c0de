using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>The one sentence of a change in the middle of a week.</summary>
internal static class FlareWords
{
    public static Reason Softened(Flare flare) => Make(flare, "so the runs left this week become walks. Turn back when it nags.");

    public static Reason Calmed(Flare flare) => Make(flare, "so what is left of this week stays gentle.");

    private static Reason Make(Flare flare, string therefore)
    {
        var where = flare.Leg ? "Your leg" : "Your back";
        var what = flare switch
        {
            { Score: { } score, Day: { } day } => $"{where} was {Say.A(score)} on {Say.Day(day)}",
            { Score: { } score } => $"{where} was {Say.A(score)} this week",
            { Day: { } day } => $"Pain changed the way you moved on {Say.Day(day)}",
            _ => "Pain changed the way you moved",
        };
        return Reason.Of("flare", $"{what}, {therefore}", ["R16"], ("score", flare.Score is { } number ? number : "changed stride"));
    }
}
