using System.Text;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Tests;

public sealed class Base64LinesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(114)]
    [InlineData(70_001)]
    public void Lines_are_at_most_76_characters_long_and_hold_every_byte(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var encoded = Encoding.ASCII.GetString(Base64Lines.Of(content));

        Assert.Equal(content, Convert.FromBase64String(encoded));
        Assert.True(encoded.Length == 0 || encoded.EndsWith("\r\n", StringComparison.Ordinal));
        Assert.All(encoded.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
    }
}
