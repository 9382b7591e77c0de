using RunBackCare.Mail.Templates;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;

namespace RunBackCare.Mail.Tests.Templates;

/// <summary>What an editor can get wrong in a template is named with file and line before any mail goes out.</summary>
public sealed class TemplateSetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates-");

    public TemplateSetTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Templates, "*.scriban", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Repository.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_templates_of_the_repository_are_sound() => Assert.Empty(TemplateSet.Load(Repository.Templates).Faults);

    [Theory]
    [InlineData("mails/week/html.scriban", "{{ heeding }}", "heeding")]
    [InlineData("mails/week/text.scriban", "{{ links.weak }}", "weak")]
    [InlineData("mails/week/text.scriban", "{{ for day in days; day.kmm; end }}", "kmm")]
    [InlineData("mails/week/subject.scriban", "{{ for day in days; for session in day.sessions; session.nowhere; end; end }}", "nowhere")]
    [InlineData("mails/confirm/html.scriban", "{{ operator.adress }}", "adress")]
    [InlineData("parts/foot.html.scriban", "{{ style.nosuch }}", "nosuch")]
    [InlineData("parts/session.html.scriban", "{{ session.dose }}", "dose")]
    [InlineData("mails/goodbye/text.scriban", "{{ include 'nosuchpart' }}", "nosuchpart")]
    [InlineData("mails/goodbye/text.scriban", "{{ include '../../../etc/passwd' }}", "passwd")]
    [InlineData("mails/goodbye/text.scriban", "{{ date.now }}", "date")]
    [InlineData("mails/goodbye/text.scriban", "{{ object.eval '1' }}", "object")]
    [InlineData("mails/goodbye/text.scriban", "{{ links.leave = 'https://evil.example' }}", "readonly")]
    [InlineData("mails/goodbye/text.scriban", "{{ if heading }}", "end")]
    public void A_slip_is_named_by_file_and_line(string file, string slip, string named)
    {
        var lines = Append(file, slip);

        var faults = TemplateSet.Load(_folder.FullName).Faults;

        Assert.Contains(faults, f => f.File == file && f.Line == lines && f.Message.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_loop_without_end_is_stopped()
    {
        Append("mails/goodbye/text.scriban", "{{ while true; end }}");

        Assert.Contains(TemplateSet.Load(_folder.FullName).Faults, f => f.File == "mails/goodbye/text.scriban");
    }

    [Fact]
    public void A_mail_that_grew_out_of_hand_is_stopped_and_not_cut()
    {
        var week = SampleWeeks.Full with { Reasons = [Reason.Of("long", new('x', 2_000_000), [])] };

        Assert.Throws<InvalidOperationException>(() => SampleLetters.Render(SampleWeeks.View(week)));
    }

    [Fact]
    public void A_part_that_includes_itself_is_stopped()
    {
        Append("parts/care.text.scriban", "{{ include 'care.text' }}");

        Assert.NotEmpty(TemplateSet.Load(_folder.FullName).Faults);
    }

    [Fact]
    public void A_missing_template_is_named()
    {
        File.Delete(Path.Combine(_folder.FullName, "mails", "goodbye", "text.scriban"));

        Assert.Contains(TemplateSet.Load(_folder.FullName).Faults, f => f is { File: "mails/goodbye/text.scriban", Line: 0 });
    }

    [Fact]
    public void A_folder_no_mail_is_made_from_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "mails", "weak"));

        Assert.Contains(TemplateSet.Load(_folder.FullName).Faults, f => f.File == "mails/weak" && f.Message.Contains("week", StringComparison.Ordinal));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_fault_and_no_exception() =>
        Assert.NotEmpty(TemplateSet.Load(Path.Combine(_folder.FullName, "nowhere")).Faults);

    [Fact]
    public void What_cannot_go_on_without_templates_gets_every_fault_at_once()
    {
        Append("mails/week/html.scriban", "{{ one }}");
        Append("mails/goodbye/html.scriban", "{{ two }}");

        var stopped = Assert.Throws<InvalidOperationException>(() => TemplateSet.Load(_folder.FullName).Require());

        Assert.Contains("mails/week/html.scriban:", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("mails/goodbye/html.scriban:", stopped.Message, StringComparison.Ordinal);
    }

    /// <returns>The line it stands on.</returns>
    private int Append(string file, string slip)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text + slip);
        return text.Split('\n').Length;
    }
}
