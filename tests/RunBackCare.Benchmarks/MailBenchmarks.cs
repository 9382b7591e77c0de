using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MimeKit;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Content;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;

namespace RunBackCare.Benchmarks;

/// <summary>What one week's mail costs on its way from the stored plan to the bytes on the wire, step by step, and what an answer costs to read.</summary>
[MemoryDiagnoser]
public class MailBenchmarks
{
    private static readonly LocalDate Monday = new(2026, 11, 30);
    private static readonly string Token = new('a', 47);

    private static readonly Operator Operator = new("Weekly Runs Ltd", "1 Mill Lane, Leeds LS1 1AA, United Kingdom", "hello@run.example.org");

    private static readonly Links Links = new()
    {
        Leave = new($"https://run.example.org/leave/{Token}"),
        Week = new($"https://run.example.org/week/{Token}"),
        Pain = new($"https://run.example.org/pain/{Token}"),
        Calendar = new($"https://run.example.org/calendar/{Token}.ics"),
    };

    private static readonly Addressing Addressing = new()
    {
        To = "ann@example.org",
        Name = "Ann",
        MessageId = "0193f0c2a1b27c3d8e4f5a6b7c8d9e0f@run.example.org",
        Date = new(2026, 11, 29, 17, 0, 0, TimeSpan.FromHours(1)),
        ReplyToken = Token,
        BounceToken = Token,
        Links = Links,
        CalendarKey = "5e1f0c2a9b3d4e77",
    };

    private static readonly Profile Runner = new()
    {
        Experience = Experience.Walks,
        Days = new([0, 45, 0, 45, 0, 60, 0]),
        Surfaces = [Surface.Grass, Surface.Trail, Surface.Road],
        UsualSurface = Surface.Road,
        Kit = Kit.Mat | Kit.Band | Kit.Roller,
        Back = new(2, 2, null, Direction.Neither, Assessed: true),
        Shoes = new(Monday.PlusDays(-100), 320),
    };

    private Planning.Content.Library _library = null!;
    private TemplateSet _templates = null!;
    private LetterComposer _composer = null!;
    private Facts _facts = null!;
    private PlannedWeek _week = null!;
    private string _storedWeek = null!;
    private WeekView _view = null!;
    private Letter _letter = null!;
    private ReplyContext _context = null!;
    private DkimSeal _seal = null!;

    [GlobalSetup]
    public void Make()
    {
        _library = LibraryReader.Read(Repository.Content).Require();
        _templates = TemplateSet.Load(Repository.Templates).Require();
        _composer = new(_templates, new()
        {
            From = new MailboxAddress("RunBackCare", "plan@run.example.org"),
            ReplyDomain = "reply.run.example.org",
            BounceDomain = "bounce.run.example.org",
            ListId = "weekly.run.example.org",
            FeedbackSender = "runbackcare",
            Operator = Operator,
        });
        var planner = new Planner(Policy.Current, _library);
        _facts = LivedWeeks.Of(Runner, Monday, planner);
        _week = planner.Plan(_facts);
        _storedWeek = StoreWeek();
        _view = View();
        _letter = Compose();
        using var key = RSA.Create(2048);
        _seal = DkimSeal.Read("run.example.org", "mail2026", key.ExportPkcs8PrivateKeyPem());
        _context = ReplyContext.Of(_facts.History, _week, _week.Starts.PlusDays(6).At(new LocalTime(16, 0)), Runner);
    }

    [Benchmark]
    public string StoreFacts() => PlanJson.Write(_facts);

    [Benchmark]
    public string StoreWeek() => PlanJson.Write(_week);

    [Benchmark]
    public PlannedWeek LoadWeek() => PlanJson.Read<PlannedWeek>(_storedWeek);

    [Benchmark]
    public PastWeek Remember() => PastWeek.Of(_week, delivered: true);

    [Benchmark]
    public WeekView View() => WeekView.Of(_week, _library, WeekReader.Of("Ann", Runner), Links);

    [Benchmark]
    public Rendered Render() => _templates.Render(_view, Operator);

    [Benchmark]
    public string Calendar() => CalendarFile.Of([_view], "5e1f0c2a9b3d4e77", Instant.FromUtc(2026, 11, 29, 16, 0));

    [Benchmark]
    public Letter Compose() => _composer.Compose(_view, Addressing);

    [Benchmark]
    public void WriteMime() => _letter.Message.WriteTo(Stream.Null);

    /// <summary>Where no relay does it.</summary>
    [Benchmark]
    public void Sign()
    {
        _seal.Sign(_letter.Message);
        _letter.Message.Headers.Remove(HeaderId.DkimSignature);
    }

    /// <summary>The whole way of a mail that brings no calendar and that the relay signs.</summary>
    [Benchmark]
    public void ViewToMime() => _composer.Compose(View(), Addressing with { CalendarKey = null }).Message.WriteTo(Stream.Null);

    [Benchmark]
    public Reading ReadAnswer() => ReplyReader.Read("Tue 3 Wed 0, skipped Thursday\nran 20 min on Saturday, knee 2, fine this morning\n", _context);
}
