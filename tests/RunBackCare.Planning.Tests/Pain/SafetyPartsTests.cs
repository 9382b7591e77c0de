using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Tests.Pain;

/// <summary>The parts that the safety screen reads with: words in clauses in sentences, slips of the finger, terms and their nearness.</summary>
public sealed class SafetyPartsTests
{
    /// <summary>Each word as text, sentence, clause and line; a comma before it where a clause opens, and ! where a contrast does, ~ where only the subject changes.</summary>
    [Theory]
    [InlineData("fine. no numbness", "fine 0.0.0, no 1.1.0 numbness 1.1.0")]
    [InlineData("fine! no? fever", "fine 0.0.0, no 1.1.0, fever 2.2.0")]
    [InlineData("pain 3.5 today", "pain 0.0.0 3 0.0.0 5 0.0.0 today 0.0.0")]
    [InlineData(".5 fine", "5 0.0.0 fine 0.0.0")]
    [InlineData("2.", "2 0.0.0")]
    [InlineData("fine... numb", "fine 0.0.0, numb 0.1.0")]
    [InlineData("fine.. numb", "fine 0.0.0, numb 0.1.0")]
    [InlineData("fine . numb", "fine 0.0.0, numb 1.1.0")]
    [InlineData("fine, numb; cold: wet (a)", "fine 0.0.0, numb 0.1.0, cold 0.2.0, wet 0.3.0, a 0.4.0")]
    [InlineData("- fine\n- numb", "fine 0.1.0, numb 0.2.1")]
    [InlineData("well-known - numb", "well 0.0.0 known 0.0.0, numb 0.1.0")]
    [InlineData("-fine", "fine 0.1.0")]
    [InlineData("fine and numb", "fine 0.0.0, and 0.1.0 numb 0.1.0")]
    [InlineData("pins and needles", "pins 0.0.0 and 0.0.0 needles 0.0.0")]
    [InlineData("fine but numb", "fine 0.0.0! but 0.1.0 numb 0.1.0")]
    [InlineData("no pain i have fever", "no 0.0.0 pain 0.0.0~ i 0.1.0 have 0.1.0 fever 0.1.0")]
    [InlineData("i have fever", "i 0.0.0 have 0.0.0 fever 0.0.0")]
    [InlineData("and i have", "and 0.1.0 i 0.1.0 have 0.1.0")]
    [InlineData("fine and i rest but i ache", "fine 0.0.0, and 0.1.0 i 0.1.0 rest 0.1.0! but 0.2.0 i 0.2.0 ache 0.2.0")]
    [InlineData("fine\nnumb\n\nno", "fine 0.0.0, numb 0.1.1, no 0.2.3")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbb\nnumb", "aaaaaaaaaaaaaaaaaaaaaaa 0.0.0 bbbbbbbbbbbbbbbbbbbbbbbbb 0.0.0 numb 0.0.1")] // 50 with a blank after each: broken by a mail program
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbb\nnumb", "aaaaaaaaaaaaaaaaaaaaaaa 0.0.0 bbbbbbbbbbbbbbbbbbbbbbbb 0.0.0, numb 0.1.1")]
    [InlineData("fever? no", "fever 0.0.0 no 0.0.0")]
    [InlineData("fever?\nnope", "fever 0.0.0 nope 0.0.0")]
    [InlineData("fever: nil", "fever 0.0.0 nil 0.0.0")]
    [InlineData("fever = none", "fever 0.0.0 none 0.0.0")]
    [InlineData("fever - no", "fever 0.0.0 no 0.0.0")]
    [InlineData("fever? yes", "fever 0.0.0, yes 1.1.0")]
    [InlineData("fever, no", "fever 0.0.0, no 0.1.0")]
    [InlineData("can't `feel` it's", "cant 0.0.0 feel 0.0.0~ its 0.1.0")]
    [InlineData("the dogs' 'walk'", "the 0.0.0 dogs 0.0.0 walk 0.0.0")]
    [InlineData("9/10 and 9 / 10", "9 0.0.0 / 0.0.0 10 0.0.0, and 0.1.0 9 0.1.0 / 0.1.0 10 0.1.0")]
    [InlineData("left/right 9a/10", "left 0.0.0 right 0.0.0 9a 0.0.0 10 0.0.0")]
    [InlineData("0 / 9 /", "0 0.0.0 / 0.0.0 9 0.0.0 / 0.0.0")]
    [InlineData("/ 9 , / 9", "9 0.0.0, 9 0.1.0")]
    public void Words_stand_in_clauses_in_sentences_on_lines(string text, string words) => Assert.Equal(
        words,
        string.Concat(Utterance.Of(text).Words.Select((w, i) => $"{(i == 0 ? "" : w.Opens switch { Opening.None => " ", Opening.Mark => ", ", Opening.Contrast => "! ", _ => "~ " })}{w.Text} {w.Sentence}.{w.Clause}.{w.Line}")));

    [Theory]
    [InlineData("numbnes", "numbness")] // a letter missing
    [InlineData("numbnness", "numbness")] // one doubled
    [InlineData("numbtness", "numbness")] // one added
    [InlineData("nubmness", "numbness")] // two neighbours swapped
    [InlineData("numbress", "numbness")] // one wrong, in a word of eight letters
    [InlineData("fevr", "fever")]
    [InlineData("feverr", "fever")]
    [InlineData("fveer", "fever")]
    public void One_slip_of_the_finger_is_understood(string written, string meant) => Assert.Contains(meant, Meant(written));

    [Theory]
    [InlineData("fever")] // no slip at all
    [InlineData("fewer")] // one wrong letter in a word of five
    [InlineData("sever")]
    [InlineData("dumbness")] // the first letter must stand
    [InlineData("numbnest")] // and the last, or it is another word
    [InlineData("numdrness")] // two slips
    [InlineData("nnubmess")]
    [InlineData("snumbness")]
    [InlineData("fevre x")]
    [InlineData("fve")]
    [InlineData("ill")]
    [InlineData("il")]
    [InlineData("nmubsens")]
    [InlineData("nsmbneus")] // not neighbours
    [InlineData("chill")] // a word in its own right
    public void Anything_else_is_another_word(string written) => Assert.Empty(Meant(written));

    [Fact]
    public void Spans_know_what_lies_in_them_and_how_far_they_stand_apart()
    {
        var span = new Span(3, 5);
        Assert.Equal([false, true, true, true, false], Enumerable.Range(2, 5).Select(span.Contains));
        Assert.Equal([0, 0, 0, 1], new[] { new Span(5, 7), new Span(6, 7), new Span(1, 2), new Span(7, 9) }.Select(span.Distance));
        Assert.Equal(2, new Span(8, 9).Distance(span));
        Assert.Equal([true, true, true, true, false, false], new[] { new Span(5, 7), new Span(1, 3), new Span(4, 4), new Span(1, 9), new Span(6, 6), new Span(2, 2) }.Select(span.Overlaps));
    }

    [Theory]
    [InlineData("a cold foot", "0-2")]
    [InlineData("cold foot", "")]
    [InlineData("a foot", "0-1")] // [cold] may be missing
    [InlineData("a cold wet foot", "")]
    [InlineData("the foot, a foot", "0-1 2-3")] // one or the other
    [InlineData("a. foot", "")] // never across a full stop
    [InlineData("numb as it was toes", "0-4")] // up to three words between
    [InlineData("numb as it never was toes", "")]
    [InlineData("numbed toes", "0-1")] // any ending
    [InlineData("nu toes", "")]
    public void Terms_are_rows_of_words(string text, string found)
    {
        var terms = new Terms("a/the [cold] foot | numb* .. toes");
        var lexicon = new Lexicon([terms]);
        Assert.Equal(found, string.Join(' ', lexicon.Find(Utterance.Of(text), new Terms("nothing")).Of(terms).Select(s => $"{s.First}-{s.Last}")));
    }

    [Fact]
    public void What_is_harmless_hides_what_it_covers()
    {
        var (numb, harmless) = (new Terms("numb | toes numb"), new Terms("numb toes"));
        string Found(string text) => string.Join(' ', new Lexicon([numb, harmless]).Find(Utterance.Of(text), harmless).Of(numb).Select(s => $"{s.First}-{s.Last}"));
        Assert.Equal("", Found("my numb toes"));
        Assert.Equal("0-0", Found("numb my numb toes"));
        Assert.Equal("3-3", Found("numb toes and numb"));
        Assert.Equal("", Found("numb toes numb toes"));
    }

    /// <summary>A denial takes back what it leads straight to, within its clause, and nothing else.</summary>
    [Theory]
    [InlineData("I cannot say that I have no fever", "fever")]
    [InlineData("I can't say I have no fever", "fever")]
    [InlineData("neither pain nor fever", "")]
    [InlineData("no pain, nor fever", "fever")]
    [InlineData("no pain or fever", "")]
    [InlineData("no banana or fever", "fever")]
    [InlineData("no numbness but between my legs yes", "saddle-numbness")]
    [InlineData("between my legs it hurts but no numbness", "saddle-numbness")]
    [InlineData("no numbness between my legs", "")]
    [InlineData("not only numb between my legs", "saddle-numbness")]
    [InlineData("no numbness between my legs until today", "saddle-numbness")]
    [InlineData("no numbness like before between my legs", "saddle-numbness")]
    [InlineData("chest pain no", "")]
    [InlineData("chest pain: no", "")]
    [InlineData("chest pain none at all", "chest-pain")]
    [InlineData("pain in the chest no", "")]
    [InlineData("numbness between legs no and fever", "fever")]
    [InlineData("I have no feeling between my legs", "saddle-numbness")]
    [InlineData("no chest pain but fever", "fever")]
    [InlineData("fever but no chest pain", "fever")]
    [InlineData("never had chest pain like this", "chest-pain")]
    [InlineData("no, fever", "fever")]
    [InlineData("no. fever", "fever")]
    [InlineData("without fever", "")]
    [InlineData("I can´t feel when I wipe", "saddle-numbness")]
    [InlineData("fever without end", "fever")]
    public void A_denial_is_narrow(string words, string signs) => Assert.Equal(signs, string.Join(' ', SafetyScreen.Find(words).Select(f => f.Phrase)));

    [Theory]
    [InlineData("‘’‛ʼ´′", "''''''")]
    [InlineData("“”„«»", "\"\"\"\"\"")]
    [InlineData("–—‐‑‒−", "------")]
    [InlineData("1⁄2 1∕2", "1/2 1/2")]
    [InlineData("½ 1¼ ¾", ".5 1.25 .75")]
    [InlineData("straße Øl øre Æble æ", "strasse ol ore aeble ae")]
    [InlineData("Café NAÏVE", "cafe naive")]
    [InlineData("０９ ٣ 3️⃣", "09 3 3")]
    [InlineData("nu\u200bmb a\u00a0b c\u2003d", "numb a b c d")]
    [InlineData("a\u2028b\u2029c", "a\nb\nc")]
    [InlineData("a\ufdd0b\ufdefc\ufffed\uffffe", "abcde")]
    [InlineData("a\ufdcfb", "a\ufdcfb")]
    [InlineData("UPPER 'plain'", "upper 'plain'")]
    public void What_people_type_becomes_plain_letters(string typed, string plain) => Assert.Equal(plain, PlainText.Of(typed));

    private static IEnumerable<string> Meant(string written) => Spelling.Meant(written, Spelling.Slips(["numbness", "fever", "chills", "ill"]));
}
