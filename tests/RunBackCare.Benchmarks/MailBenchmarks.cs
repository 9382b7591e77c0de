using System.Collections.Immutable;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MimeKit;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Benchmarks;

/// <summary>What one week mail costs on one core, part by part: a sample person's second week, with eight weeks to look back on.</summary>
[MemoryDiagnoser]
public class MailBenchmarks
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    private static readonly Links Links = new()
    {
        Leave = Page("leave"),
        Week = Page("week"),
        Pain = Page("pain"),
        Preferences = Page("me"),
        Calendar = Page("calendar"),
    };

    private LoadedTemplates _files = null!;
    private PlannedWeek _week = null!;
    private WeekReader _reader = null!;
    private WeekView _view = null!;
    private ImmutableArray<WeekProgress> _past;
    private Sender _sender = null!;
    private LetterComposer _composer = null!;
    private LetterComposer _signing = null!;
    private Addressing _addressing = null!;
    private MimeMessage _message = null!;
    private DkimSeal _seal = null!;

    [GlobalSetup]
    public async Task Plan()
    {
        _files = LoadedTemplates.Load(Repository.Templates);
        var (people, _) = await ProfileFile.ReadAsync(Repository.File("deploy", "samples", "subscribers.yaml"), DocumentUse.Preview, Instant.FromUtc(2026, 11, 1, 0, 0), CancellationToken.None);
        var person = people[1];
        _week = PreviewCourse.Play(new(Planning.Policy.Current, _files.Library), person, Monday.PlusWeeks(-1), 2, new PreviewAnswers.Weekly(_ => person.Profile.Back.UsualPain))[^1];
        _reader = WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt));
        _past = [.. Enumerable.Range(1, 8).Select(i => new WeekProgress(Monday.PlusWeeks(i - 9), i * 300, i % 4, ProgressKind.Running))];
        _seal = DkimSeal.Read("run.example.org", "mail2026", NewKey());
        _sender = new()
        {
            From = new MailboxAddress("RunBackCare", "plan@run.example.org"),
            ReplyDomain = "reply.run.example.org",
            BounceDomain = "bounce.run.example.org",
            ListId = "weekly.run.example.org",
            FeedbackSender = "runbackcare",
            Operator = new("Weekly Runs Ltd", "1 Mill Lane, Leeds LS1 1AA, United Kingdom", "hello@run.example.org"),
        };
        _composer = new(_files.Set, _sender);
        _signing = new(_files.Set, _sender with { Seal = _seal });
        _addressing = new()
        {
            To = "ann@example.org",
            Name = person.Name,
            MessageId = "0193f0c2a1b27c3d8e4f5a6b7c8d9e0f@run.example.org",
            Date = DateTimeOffset.UnixEpoch,
            ReplyToken = "aeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcai",
            BounceToken = "aeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcai",
            Links = Links,
        };
        _view = View();
        _message = _composer.Compose(_view, _addressing).Message;
    }

    [Benchmark]
    public WeekView View() => WeekView.Of(_week, _files.Library, _reader, Links, _past);

    [Benchmark]
    public Rendered HtmlAndText() => _files.Set.Render(_view, _sender.Operator);

    [Benchmark]
    public long MimeBytes() => Written(_message);

    [Benchmark]
    public string Calendar() => CalendarFile.Of([_view], "5e1f0c2a9b3d4e77", Instant.FromUnixTimeSeconds(0));

    [Benchmark]
    public void Dkim()
    {
        _seal.Sign(_message);
        _message.Headers.Remove(HeaderId.DkimSignature);
    }

    /// <summary>As a relay that signs gets it, to people who keep no calendar.</summary>
    [Benchmark(Baseline = true)]
    public long WithoutCalendarAndDkim() => Written(_composer.Compose(View(), _addressing).Message);

    [Benchmark]
    public long Everything() => Written(_signing.Compose(View(), _addressing with { CalendarKey = "5e1f0c2a9b3d4e77" }).Message);

    private static long Written(MimeMessage message)
    {
        using var bytes = new MemoryStream(256 * 1024);
        message.WriteTo(bytes);
        return bytes.Length;
    }

    private static string NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static Uri Page(string name) => new($"https://run.example.org/{name}/aeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcai");
}
