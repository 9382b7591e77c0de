using BenchmarkDotNet.Attributes;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;

namespace RunBackCare.Benchmarks;

/// <summary>
/// What one week costs to plan, after a dozen weeks of history: placing its days alone, and the whole of it with the decision. The
/// people are an ordinary one and those whose days give the search the most to look at.
/// </summary>
[MemoryDiagnoser]
public class WeekBenchmarks
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    private Planner _planner = null!;
    private Library _library = null!;
    private Facts _facts = null!;
    private Prescription _prescription = null!;

    [Params("three days", "every day", "one day", "twenty minutes", "four runs in pairs", "four lengths, every day")]
    public string Person { get; set; } = "";

    [GlobalSetup]
    public void Live()
    {
        _library = LibraryReader.Read(Repository.Content).Require();
        _planner = new(Policy.Current, _library);
        _facts = LivedWeeks.Of(Runner(), Monday, _planner);
        _prescription = Prescribed();
    }

    [Benchmark]
    public PlannedWeek Place() => WeekBuilder.Build(_facts, _prescription, Policy.Current, _library);

    [Benchmark]
    public PlannedWeek Plan() => _planner.Plan(_facts);

    private Profile Runner() => new()
    {
        Experience = Experience.Walks,
        RunsPerWeek = Person.StartsWith("four", StringComparison.Ordinal) ? 4 : 3,
        Days = Person switch
        {
            "three days" => new([0, 45, 0, 45, 0, 60, 0]),
            "one day" => new([0, 0, 45, 0, 0, 0, 0]),
            "twenty minutes" => new([20, 20, 20, 20, 20, 20, 20]),
            "four runs in pairs" => new([60, 60, 0, 0, 0, 60, 60]),
            _ => new([90, 90, 90, 90, 90, 90, 90]),
        },
        Surfaces = [Surface.Grass, Surface.Trail, Surface.Road],
        UsualSurface = Surface.Road,
        Kit = Kit.Mat | Kit.Band | Kit.Roller,
        Back = new(1, 1, null, Direction.Neither, Assessed: true),
        Shoes = new(Monday.PlusDays(-100), 320),
    };

    private Prescription Prescribed()
    {
        var prescribed = Prescriber.Prescribe(_facts, Policy.Current);
        return Person switch
        {
            "four runs in pairs" => prescribed with { Training = new Training.OfRung(15), Rung = 15, Runs = 4, Neighbours = true, HalfRuns = 1, Strength = 3, CapSeconds = 3600 },
            "four lengths, every day" => prescribed with { Training = new Training.Continuous([3600, 2400, 1800, 900]), Rung = 15, Runs = 4, Neighbours = true, Strength = 3, CapSeconds = 3600 },
            _ => prescribed,
        };
    }
}
