using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;

namespace RunBackCare.Mail.Tests;

/// <summary>The mails that must be right.</summary>
public sealed class SafetyMailTests
{
    [Theory]
    [InlineData("DE", null, "112", true)]
    [InlineData("US", null, "911", true)]
    [InlineData("GB", null, "999", true)]
    [InlineData("AU", null, "000", true)]
    [InlineData("nz", null, "111", true)]
    [InlineData("JP", "Europe/Berlin", "119", true)]
    [InlineData(null, "America/New_York", "911", true)]
    [InlineData(null, "US/Eastern", "911", true)]
    [InlineData(null, "Asia/Calcutta", "112", true)]
    [InlineData(null, "Etc/UTC", "112", false)]
    [InlineData(null, "Not/AZone", "112", false)]
    [InlineData("XX", null, "112", false)]
    [InlineData(null, null, "112", false)]
    public void The_number_is_that_of_the_country_or_of_the_zone_and_112_where_neither_is_known(string? country, string? zone, string digits, bool own) =>
        Assert.Equal(new EmergencyNumber(digits, own), EmergencyNumber.For(country, zone));

    [Theory]
    [InlineData("Do not wait for the next mail.")]
    [InlineData("Do not drive yourself.")]
    [InlineData("Call 999, or let someone take you to the nearest emergency department.")]
    public void The_emergency_mail_says(string sentence)
    {
        var rendered = SampleLetters.Render(EmergencyView.Of("Ann", EmergencyNumber.For("GB"), SampleWeeks.Links));

        Assert.Contains(sentence, rendered.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_do_stands_before_anything_else()
    {
        var text = SampleLetters.Render(SampleMails.All["emergency"]).Text;

        Assert.InRange(text.IndexOf("Call 112", StringComparison.Ordinal), 0, 80);
    }

    [Fact]
    public void Where_the_country_is_unknown_the_mail_does_not_pretend_to_know() =>
        Assert.Contains("or the number for an ambulance where you are", SampleLetters.Render(SampleMails.All["emergency-country-unknown"]).Text.ReplaceLineEndings(" "), StringComparison.Ordinal);

    /// <summary>The approved texts stand for the version: change a word, and both change together.</summary>
    [Theory]
    [InlineData("emergency")]
    [InlineData("urgent")]
    public void The_version_of_the_wording_is_printed(string name) =>
        Assert.Contains($"Wording {SafetyScript.Version}", SampleLetters.Render(SampleMails.All[name]).Text, StringComparison.Ordinal);

    [Fact]
    public void Our_own_list_of_signs_is_found_by_the_screen_sign_for_sign() =>
        Assert.All(SafetyScript.EmergencySigns, sign => Assert.Contains(SampleAnswers.Of($"I have {sign.Replace("your", "my", StringComparison.Ordinal).Replace("you wipe", "I wipe", StringComparison.Ordinal)}").Reading.Flags, flag => flag.Level == SafetyLevel.A));
}
