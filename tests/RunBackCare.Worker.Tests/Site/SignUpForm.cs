namespace RunBackCare.Worker.Tests.Site;

/// <summary>The sign-up form as a person would send it.</summary>
internal static class SignUpForm
{
    public static (string Name, string Value)[] Of(string address) =>
    [
        ("email", address),
        ("name", "Ann"),
        ("time_zone", "Europe/Berlin"),
        ("send.day", "sunday"),
        ("send.at", "17:00"),
        ("experience", "walks"),
        ("goal", "thirty_minutes"),
        ("runs_per_week", "3"),
        ("days.tue", "45"),
        ("days.thu", "45"),
        ("days.sat", "60"),
        ("surfaces", "grass"),
        ("surfaces", "road"),
        ("kit", "mat"),
        ("back.usual_pain", "2"),
        ("back.now", "2"),
        ("back.worse", "neither"),
        ("back.assessed", "true"),
        ("consent", "yes"),
    ];
}
