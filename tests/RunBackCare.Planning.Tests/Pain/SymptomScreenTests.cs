using CsCheck;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Tests.Pain;

public sealed class SymptomScreenTests
{
    public static TheoryData<Symptom, string> Said() => Rows(s => s.Said);

    public static TheoryData<Symptom, string> Harmless() => Rows(s => s.Harmless);

    public static TheoryData<string, int> Lasting()
    {
        var rows = new TheoryData<string, int>();
        foreach (var (said, days) in SymptomPhrases.Lasting)
        {
            rows.Add(said, days);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void Every_symptom_is_found_however_it_is_said(Symptom symptom, string words) => Assert.Contains(symptom, Found(words));

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_only_sounds_like_one_is_none(Symptom symptom, string words) => Assert.DoesNotContain(symptom, Found(words));

    [Theory]
    [MemberData(nameof(Lasting))]
    public void The_words_say_how_long(string words, int days) =>
        Assert.Equal(new SymptomFinding(Symptom.Numbness, days), Assert.Single(SymptomScreen.Find(words)));

    [Fact]
    public void Each_has_its_phrases_and_ten_look_alikes()
    {
        Assert.Equal(Enum.GetValues<Symptom>(), SymptomPhrases.All.Select(s => s.Symptom));
        Assert.All(SymptomPhrases.All, s => Assert.True(s.Harmless.Length >= 10, $"{s.Symptom}"));
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void Case_apostrophes_and_what_stands_around_change_nothing(Symptom symptom, string words)
    {
        string[] forms = [words.ToUpperInvariant(), words.Replace("'", "’", StringComparison.Ordinal), words.Replace(' ', '\u00a0'), $"Hi,\n\nback 2, all done. {words}\n\nThanks, Ann"];
        Assert.All(forms, form => Assert.Contains(symptom, Found(form)));
    }

    [Fact]
    public void Nothing_people_or_machines_can_send_makes_it_fail()
    {
        string[] fragments = [.. SymptomPhrases.All.SelectMany(s => s.Said), "\ud800", "\0", "½", "no", "for", "\n"];
        Gen.OneOf(Gen.String, Gen.Int[0, fragments.Length - 1].Select(i => fragments[i]).Array[0, 12].Select(parts => string.Join(' ', parts)))
            .Sample(words => Assert.NotNull(SymptomScreen.Find(words).ToArray()), iter: Samples.Of(usual: 1_000, full: 1_000));
    }

    private static IEnumerable<Symptom> Found(string words) => SymptomScreen.Find(words).Select(f => f.Symptom);

    private static TheoryData<Symptom, string> Rows(Func<(Symptom Symptom, string[] Said, string[] Harmless), string[]> phrases)
    {
        var rows = new TheoryData<Symptom, string>();
        foreach (var symptom in SymptomPhrases.All)
        {
            foreach (var words in phrases(symptom))
            {
                rows.Add(symptom.Symptom, words);
            }
        }

        return rows;
    }
}
