using CsCheck;
using RunBackCare.Mail.Templates;

namespace RunBackCare.Mail.Tests.Templates;

/// <summary>The last shape of a text part.</summary>
public sealed class TextLayoutTests
{
    [Fact]
    public void A_long_line_breaks_at_a_blank() =>
        Assert.Equal($"{new string('a', 70)}\n{new string('b', 10)}\n", TextLayout.Text($"{new string('a', 70)} {new string('b', 10)}"));

    [Fact]
    public void The_rest_of_a_list_item_hangs_under_its_words() =>
        Assert.Equal($"  - {new string('a', 70)}\n    bbb\n", TextLayout.Text($"  - {new string('a', 70)} bbb"));

    [Fact]
    public void Several_blank_lines_are_one_and_none_at_either_end() => Assert.Equal("a\n\nb\n", TextLayout.Text("\n\n a\n \n\n\nb\n\n\n".Replace(" a", "a", StringComparison.Ordinal)));

    [Fact]
    public void An_address_longer_than_a_line_stays_whole()
    {
        var address = "https://run.example.org/" + new string('a', 90);

        Assert.Equal($"See\n{address}\nthere.\n", TextLayout.Text($"See {address} there."));
    }

    [Fact]
    public void A_number_goes_to_the_next_line_with_its_unit() =>
        Assert.Equal($"{new string('a', 73)}\n5 min\n", TextLayout.Text($"{new string('a', 73)} 5\u00a0min"));

    [Fact]
    public void No_word_is_lost_moved_or_split_and_no_line_is_too_wide() =>
        Gen.OneOf(Gen.Const(" "), Gen.Const("\n"), Gen.Const("- "), Gen.String[Gen.Char['a', 'z'], 1, 30]).Array[0, 60].Sample(pieces =>
        {
            var given = string.Concat(pieces);
            var text = TextLayout.Text(given);
            Assert.Equal(Words(given), Words(text));
            Assert.All(text.Split('\n').Where(l => l.Length > TextLayout.Columns), line => Assert.InRange(Words(line).Length, 1, 2));
        });

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
