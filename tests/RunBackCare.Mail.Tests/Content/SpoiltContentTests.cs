using CsCheck;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>However a file is spoilt, reading it answers: with a library or with faults, never with an exception.</summary>
public sealed class SpoiltContentTests : IDisposable
{
    private static readonly string[] Marks =
    [
        "\n", "  ", "\t", ":", "- ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "!!int ", "%YAML 9\n", "---\n", "...\n", "? ", "| \n", ">-\n", "<<: ", "#", "\0", "\uFEFF",
        "id: C01", "- id: C01\n",
    ];

    private static readonly Gen<string> Scrap = Gen.OneOf(Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]), Gen.String[0, 6]);

    private readonly EditedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reading_never_throws()
    {
        var whole = _content.TextOf("exercises.yaml");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Scrap).Array[1, 4].Sample(
            cuts =>
            {
                var text = cuts.Aggregate(whole, Spoil);
                _content.Write("exercises.yaml", text);

                var reading = _content.Read();

                Assert.Equal(reading.IsSound, reading.Faults.IsEmpty);
                Assert.All(reading.Faults, f => Assert.InRange(f.Line, 0, text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 2));
            },
            iter: 100,
            threads: 1);
    }

    private static string Spoil(string text, (int At, int Length, string Scrap) cut)
    {
        var at = Math.Min(cut.At, text.Length);
        return text[..at] + cut.Scrap + text[Math.Min(at + cut.Length, text.Length)..];
    }
}
