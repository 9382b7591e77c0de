using RunBackCare.Worker.Admin;

namespace RunBackCare.Worker.Tests.Admin;

public sealed class AdminPasswordFacts
{
    [Fact]
    public void The_password_that_was_hashed_is_right_and_another_is_wrong()
    {
        var hash = AdminPassword.Hash("correct horse");

        Assert.True(AdminPassword.Verify("correct horse", hash));
        Assert.False(AdminPassword.Verify("Correct horse", hash));
        Assert.False(AdminPassword.Verify("", hash));
    }

    [Fact]
    public void Two_hashes_of_one_password_differ() => Assert.NotEqual(AdminPassword.Hash("same"), AdminPassword.Hash("same"));

    [Fact]
    public void A_hash_needs_no_quoting_in_shells_and_compose_files() => Assert.Matches("^v1\\.600000\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$", AdminPassword.Hash("any"));

    [Fact]
    public void The_same_letters_from_another_keyboard_are_the_same_password() => Assert.True(AdminPassword.Verify("cafe\u0301", AdminPassword.Hash("caf\u00e9")));

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("v1.600000.c2hvcnQ.c2hvcnQ")]
    [InlineData("v2.600000.pJx3yH0m2sVbQ8e1uLk9Zg.5q2cT7wRr0nX4vYl8sKdFhJ3aPzB6mE1oGtUiCxNfQs")]
    [InlineData("v1.0.pJx3yH0m2sVbQ8e1uLk9Zg.5q2cT7wRr0nX4vYl8sKdFhJ3aPzB6mE1oGtUiCxNfQs")]
    [InlineData("v1.99999999999.pJx3yH0m2sVbQ8e1uLk9Zg.5q2cT7wRr0nX4vYl8sKdFhJ3aPzB6mE1oGtUiCxNfQs")]
    [InlineData("v1.600000.???.5q2cT7wRr0nX4vYl8sKdFhJ3aPzB6mE1oGtUiCxNfQs")]
    public void What_is_no_hash_fits_no_password(string text)
    {
        Assert.False(AdminPassword.IsHash(text));
        Assert.False(AdminPassword.Verify("secret", text));
    }

    [Fact]
    public void The_example_in_messages_is_a_hash() => Assert.True(AdminPassword.IsHash(AdminPassword.Example));
}
