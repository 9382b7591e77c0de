using NodaTime;
using NodaTime.Testing;
using RunBackCare.Worker.Admin;

namespace RunBackCare.Worker.Tests.Admin;

public sealed class LoginAttemptsFacts
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 24, 8, 0));
    private readonly LoginAttempts _attempts;

    public LoginAttemptsFacts() => _attempts = new(_clock);

    [Fact]
    public void Five_wrong_passwords_close_the_door_and_a_quarter_of_an_hour_opens_it()
    {
        Fail(LoginAttempts.FromOnePlace, "anna", "here");
        Assert.True(_attempts.IsClosed("Anna", "here"));

        _clock.Advance(LoginAttempts.Closed);
        Assert.False(_attempts.IsClosed("anna", "here"));
    }

    [Fact]
    public void A_stranger_elsewhere_does_not_lock_out_the_admin()
    {
        Fail(LoginAttempts.FromOnePlace, "anna", "elsewhere");

        Assert.False(_attempts.IsClosed("anna", "here"));
    }

    [Fact]
    public void A_name_tried_from_everywhere_closes_in_the_end()
    {
        for (var place = 0; place < LoginAttempts.FromEverywhere; place++)
        {
            Fail(1, "anna", $"place {place}");
        }

        Assert.True(_attempts.IsClosed("anna", "here"));
        Assert.False(_attempts.IsClosed("ben", "here"));
    }

    [Fact]
    public void The_right_password_clears_what_was_mistyped()
    {
        Fail(LoginAttempts.FromOnePlace - 1, "anna", "here");
        _attempts.Succeeded("anna", "here");
        Fail(LoginAttempts.FromOnePlace - 1, "anna", "here");

        Assert.False(_attempts.IsClosed("anna", "here"));
    }

    private void Fail(int times, string name, string place)
    {
        for (var i = 0; i < times; i++)
        {
            _attempts.Failed(name, place);
        }
    }
}
