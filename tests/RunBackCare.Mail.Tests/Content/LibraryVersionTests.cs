using System.Text;
using RunBackCare.Mail.Content;
using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>A stored week names the content it was made from; a replay trusts that name.</summary>
public sealed class LibraryVersionTests : IDisposable
{
    private readonly EditedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void The_version_is_a_short_hash()
    {
        Assert.Matches("^[0-9a-f]{12}$", _content.Read().Require().Version);
    }

    [Fact]
    public void The_same_files_have_the_same_version()
    {
        Assert.Equal(RepositoryLibrary.Library.Version, _content.Read().Require().Version);
    }

    [Fact]
    public void The_files_beside_the_program_are_those_of_the_repository()
    {
        Assert.Equal(LibraryReader.Read(Repository.Content).Require().Version, RepositoryLibrary.Library.Version);
    }

    [Theory]
    [InlineData("exercises.yaml", "C16", "3 × 10", "3 × 11")]
    [InlineData("lessons.yaml", "E16", "A GP,", "Your GP,")]
    public void One_changed_character_in_any_file_changes_it(string file, string id, string from, string to)
    {
        _content.Change(file, id, from, to);

        Assert.NotEqual(RepositoryLibrary.Library.Version, _content.Read().Require().Version);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not()
    {
        var windows = _content.TextOf("cues.yaml").ReplaceLineEndings("\r\n");
        File.WriteAllText(_content.PathOf("cues.yaml"), windows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(RepositoryLibrary.Library.Version, _content.Read().Require().Version);
    }

    [Fact]
    public void Items_come_in_the_order_of_their_ids_wherever_they_stand_in_the_file()
    {
        var text = _content.TextOf("cues.yaml");
        _content.Remove("cues.yaml", "Q01");
        var first = text[text.IndexOf("- id: Q01", StringComparison.Ordinal)..text.IndexOf("- id: Q02", StringComparison.Ordinal)];
        _content.Write("cues.yaml", _content.TextOf("cues.yaml") + "\n" + first);

        Assert.Equal(RepositoryLibrary.Library.Cues, _content.Read().Require().Cues, (a, b) => a.Id == b.Id);
    }
}
