using CsCheck;
using NodaTime;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class TokenFacts
{
    private static readonly TokenCodec Codec = CodecOf(1, (1, 7));

    private static readonly Gen<Token> AnyToken = Gen.Select(
        Gen.Enum<TokenPurpose>(),
        Gen.Byte,
        Gen.Long,
        Gen.Int[0, 40_000].Select(new LocalDate(1990, 1, 1).PlusDays),
        (purpose, version, subscriber, week) => new Token(purpose, version, subscriber, week));

    [Fact]
    public void What_was_written_is_read_again_in_either_case() => AnyToken.Sample(token =>
    {
        var text = Codec.Write(token);
        return Codec.Read(text, token.Purpose) == token && Codec.Read(text.ToUpperInvariant(), token.Purpose) == token;
    });

    [Fact]
    public void It_fits_a_local_part_and_needs_no_escaping_anywhere() => AnyToken.Sample(token =>
    {
        var text = Codec.Write(token);
        return text.Length == TokenCodec.Letters && $"bounce+{text}".Length <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
    });

    [Fact]
    public void Any_other_letter_anywhere_is_refused() => Gen.Select(AnyToken, Gen.Int[0, TokenCodec.Letters - 1], Gen.Char["abcdefghijklmnopqrstuvwxyz234567"]).Sample((token, at, letter) =>
    {
        var text = Codec.Write(token).ToCharArray();
        var same = text[at] == letter;
        text[at] = letter;
        return same == Codec.Read(text, token.Purpose) is not null;
    });

    [Fact]
    public void Any_flipped_bit_is_refused() => Gen.Select(AnyToken, Gen.Int[0, 29 * 8 - 1]).Sample((token, bit) =>
    {
        var bytes = new byte[29];
        Assert.True(Base32.TryRead(Codec.Write(token), bytes));
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));

        // The purpose asked for follows the flip, so that the code over the body is what refuses it.
        return Codec.Read(Base32.Write(bytes), (TokenPurpose)bytes[0]) is null;
    });

    [Fact]
    public void It_opens_nothing_but_what_it_was_made_for() => Gen.Select(AnyToken, Gen.Enum<TokenPurpose>())
        .Sample((token, other) => Codec.Read(Codec.Write(token), other) is not null == (other == token.Purpose));

    [Fact]
    public void Whatever_people_and_scanners_put_there_is_read_without_a_throw() =>
        Gen.OneOf(Gen.String[0, 200], Gen.String[Gen.Char, TokenCodec.Letters, TokenCodec.Letters]).Sample(text => Codec.Read(text, TokenPurpose.Leave) is null);

    [Fact]
    public void Bytes_have_one_spelling() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var text = Base32.Write(bytes);
        var back = new byte[bytes.Length];
        return text.Length == Base32.LettersFor(bytes.Length) && Base32.TryRead(text, back) && back.AsSpan().SequenceEqual(bytes);
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "my")]
    [InlineData("fo", "mzxq")]
    [InlineData("foobar", "mzxw6ytboi")]
    public void Letters_are_those_of_the_standard(string plain, string text) => Assert.Equal(text, Base32.Write(System.Text.Encoding.ASCII.GetBytes(plain)));

    [Fact]
    public void A_former_key_still_verifies_and_a_foreign_one_does_not()
    {
        var token = new Token(TokenPurpose.Reply, 0, 5, new(2026, 11, 30));
        var text = Codec.Write(token);

        Assert.Equal(token, CodecOf(2, (1, 7), (2, 8)).Read(text, TokenPurpose.Reply));
        Assert.Null(CodecOf(1, (1, 8)).Read(text, TokenPurpose.Reply));
        Assert.Null(CodecOf(2, (2, 7)).Read(text, TokenPurpose.Reply));
    }

    [Theory]
    [InlineData(TokenPurpose.Week, 60, true)]
    [InlineData(TokenPurpose.Week, 61, false)]
    [InlineData(TokenPurpose.Pain, 61, false)]
    [InlineData(TokenPurpose.Preferences, 61, false)]
    [InlineData(TokenPurpose.Leave, 4000, true)]
    [InlineData(TokenPurpose.Calendar, 4000, true)]
    [InlineData(TokenPurpose.Reply, 4000, true)]
    public void Light_links_live_sixty_days_and_a_way_out_for_ever(object purpose, int days, bool good)
    {
        var someone = People.Someone();
        var week = new LocalDate(2026, 11, 30);

        Assert.Equal(good, Token.For(someone, (TokenPurpose)purpose, week).IsGoodFor(someone, week.PlusDays(days).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()));
    }

    [Fact]
    public void A_raised_version_revokes_what_was_given_out_before()
    {
        var someone = People.Someone();
        var week = new LocalDate(2026, 11, 30);
        someone.TokenVersion = 255;
        var before = Token.For(someone, TokenPurpose.Leave, week);

        someone.TokenVersion++;

        Assert.False(before.IsGoodFor(someone, week.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()));
        Assert.True(Token.For(someone, TokenPurpose.Leave, week).IsGoodFor(someone, week.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()));
    }

    private static TokenCodec CodecOf(byte signing, params (byte Number, byte Secret)[] keys) =>
        new(keys.ToDictionary(k => k.Number, k => Enumerable.Repeat(k.Secret, 32).ToArray()), signing);
}
