using RunBackCare.Mail.Templates;

namespace RunBackCare.Mail.Tests.Templates;

public sealed class PageOutputTests
{
    [Theory]
    [InlineData("  <p>\n    a  b\n  </p>  \n", "<p>\na  b\n</p>\n")]
    [InlineData("\n \n\na\n\n\t\nb", "a\nb\n")]
    [InlineData("a\r\n  b\r\n", "a\nb\n")]
    [InlineData("", "")]
    public void Indentation_and_empty_lines_fall_away(string rendered, string page) => Assert.Equal(page, Written([rendered]));

    [Fact]
    public void It_is_the_same_page_in_however_many_pieces_it_comes()
    {
        const string Rendered = "  <p>\n\n   one two  \n \n</p>  ";

        Assert.Equal("<p>\none two\n</p>\n", Written(Rendered.Select(c => c.ToString())));
    }

    [Fact]
    public void A_page_longer_than_any_week_is_whole()
    {
        var line = new string('x', 1_000);

        Assert.Equal(string.Concat(Enumerable.Repeat($"{line}\n", 300)), Written(Enumerable.Repeat($"  {line}\n", 300)));
    }

    private static string Written(IEnumerable<string> pieces)
    {
        using var output = new PageOutput();
        foreach (var piece in pieces)
        {
            output.Write(piece, 0, piece.Length);
        }

        return output.ToString();
    }
}
