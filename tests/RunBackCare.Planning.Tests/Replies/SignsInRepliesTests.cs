using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>Safety signs beside everything else that a reply says.</summary>
public sealed class SignsInRepliesTests
{
    [Fact]
    public void Words_that_are_a_sign_are_understood_and_not_asked_about()
    {
        var reading = Said.Read("2. numb between my legs since Monday. 5 or 55 blue");

        Assert.Equal(SafetyLevel.A, Assert.Single(reading.Flags).Level);
        Assert.Equal(["5 or 55 blue"], reading.Unread);
    }

    [Fact]
    public void A_sign_that_is_over_is_flagged_and_no_illness_of_today()
    {
        var reading = Said.Read("I was unwell last month but fine now");

        Assert.Equal((SafetyLevel.B, "fever"), Assert.Single(reading.Flags) is var flag ? (flag.Level, flag.Phrase) : default);
        Assert.Empty(reading.Sessions);
    }
}
