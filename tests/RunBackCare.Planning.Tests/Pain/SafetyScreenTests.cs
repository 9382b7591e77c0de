using CsCheck;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Tests.Pain;

public sealed class SafetyScreenTests
{
    public static TheoryData<SafetyLevel, string, string> Said()
    {
        var data = new TheoryData<SafetyLevel, string, string>();
        Add(SafetyLevel.A, SafetyPhrases.Emergency);
        Add(SafetyLevel.B, SafetyPhrases.Urgent);
        Add(SafetyLevel.C, SafetyPhrases.BeforeStarting);
        return data;

        void Add(SafetyLevel level, (string Sign, string[] Said)[] signs)
        {
            foreach (var (sign, said) in signs)
            {
                foreach (var words in said)
                {
                    data.Add(level, sign, words);
                }
            }
        }
    }

    public static TheoryData<string> Harmless() => [.. SafetyPhrases.Harmless];

    public static TheoryData<string> StillSigns() => [.. SafetyPhrases.StillSigns];

    [Theory]
    [MemberData(nameof(Said))]
    public void Every_sign_is_caught_however_it_is_said(SafetyLevel level, string sign, string words) =>
        Assert.Contains(new SafetyFinding(level, sign), SafetyScreen.Find(words));

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_only_sounds_like_a_sign_is_none(string words) => Assert.Empty(SafetyScreen.Find(words));

    [Theory]
    [MemberData(nameof(StillSigns))]
    public void A_denial_of_one_thing_never_hides_another(string words) => Assert.NotEmpty(SafetyScreen.Find(words));

    /// <summary>Recall before precision: only a clause that is denied as a whole is taken back, and whether it is over is for a clinician to say.</summary>
    [Theory]
    [InlineData("I was unwell last month but fine now")]
    [InlineData("had a fever two weeks ago, gone now")]
    [InlineData("I had numbness between my legs last year, it is over")]
    [InlineData("chest pain on Monday, all good since")]
    [InlineData("the fever is better today")]
    public void A_sign_that_is_said_to_be_over_counts_all_the_same(string words) => Assert.NotEmpty(SafetyScreen.Find(words));

    /// <summary>A long line is taken for one that the mail program broke, but a "no" of its own on the next may answer anything.</summary>
    [Theory]
    [InlineData("Since Tuesday there has been some numbness between my legs\nNo")]
    [InlineData("Since Tuesday there has been some numbness between my legs\nstill no")]
    [InlineData("Since   Tuesday   numb   between   my   legs\nNo")]
    public void A_no_on_the_next_line_takes_nothing_back(string words) =>
        Assert.Contains(new SafetyFinding(SafetyLevel.A, "saddle-numbness"), SafetyScreen.Find(words));

    [Theory]
    [InlineData("Have you had any numbness at all between your legs since Monday?\nNo")]
    [InlineData("Any numbness at all between the legs since last Monday morning:\nnone")]
    [InlineData("It went well, all done, and since last Monday I have had no\nnumbness between my legs")]
    [InlineData("numbness between my legs no")]
    public void A_question_s_answer_and_a_broken_line_do(string words) => Assert.Empty(SafetyScreen.Find(words));

    [Fact]
    public void Every_sign_has_at_least_five_phrasings()
    {
        var known = SafetyPhrases.Emergency.Concat(SafetyPhrases.Urgent).Concat(SafetyPhrases.BeforeStarting).ToDictionary(s => s.Sign, s => s.Said, StringComparer.Ordinal);
        Assert.All(SignTable.All, sign => Assert.True(known.TryGetValue(sign.Phrase, out var said) && said.Length >= 5, sign.Phrase));
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void Case_spacing_apostrophes_and_line_breaks_change_nothing(SafetyLevel level, string sign, string words)
    {
        string[] forms =
        [
            words.ToUpperInvariant(), words.Replace(" ", "   ", StringComparison.Ordinal), words.Replace(' ', '\u00a0'), words.Replace("'", "’", StringComparison.Ordinal),
            words.Replace("'", "", StringComparison.Ordinal), words.Replace(" ", "\r\n", StringComparison.Ordinal), $"Hi,\n\nback 2, all done. {words}\n\nThanks, Ann", $"2, {words}",
        ];
        Assert.All(forms, form => Assert.Contains(new SafetyFinding(level, sign), SafetyScreen.Find(form)));
    }

    [Fact]
    public void An_older_person_s_minor_fall_is_a_sign_by_itself()
    {
        Assert.Empty(SafetyScreen.Find("I tripped over a root, nothing happened"));
        Assert.Contains(new SafetyFinding(SafetyLevel.B, "fragile-fall"), SafetyScreen.Find("I tripped over a root, nothing happened", over65: true));
        Assert.Empty(SafetyScreen.Find("2, all done", over65: true));
    }

    [Fact]
    public void The_most_serious_comes_first() =>
        Assert.Equal(["A", "A", "B", "C"], SafetyScreen.Find("pregnant, fever, chest pain, and I wet myself").Select(f => $"{f.Level}"));

    [Fact]
    public void A_finding_becomes_a_flag_of_its_day() =>
        Assert.Equal(new SafetyFlag(new(2026, 11, 24), SafetyLevel.A, "bladder"), SafetyScreen.Find("I wet myself")[0].On(new(2026, 11, 24)));

    [Fact]
    public void No_words_are_no_sign() => Assert.Empty(SafetyScreen.Find(""));

    [Fact]
    public void Nothing_people_or_machines_can_send_makes_it_fail()
    {
        var fragments = SafetyPhrases.Emergency.SelectMany(s => s.Said).Concat(SafetyPhrases.Harmless)
            .Concat(["\ud800", "\udfff", "\0", "0️⃣", "½", "......", "''", "no", "not", "and", "but", "\n", "٣", "ﬁ", "//", "9/", "/10", "👍", "ß"]).ToArray();
        var said = Gen.Int[0, fragments.Length - 1].Select(i => fragments[i]).Array[0, 12];
        Gen.OneOf(Gen.String, Gen.Char['\0', '\uffff'].Array[0, 200].Select(letters => new string(letters)), said.Select(parts => string.Join(' ', parts)), said.Select(string.Concat))
            .Sample(words => Assert.NotNull(SafetyScreen.Find(words).ToArray()), iter: Samples.Of(usual: 2_000, full: 2_000));
    }

    [Theory]
    [InlineData("no numb ")]
    [InlineData("fell ")]
    [InlineData("osteoporosis no fall ")]
    [InlineData("9/10 ")]
    [InlineData("a")]
    [InlineData("no no not ")]
    public void Long_text_is_read_in_one_go(string part) =>
        Assert.NotNull(SafetyScreen.Find(string.Concat(Enumerable.Repeat(part, Samples.LongText / part.Length))).ToArray());
}
