using System.Diagnostics;
using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Testing;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>Virtual runners living with the planner, and how safely it led them, beside published plans.</summary>
internal static class SimulateCommand
{
    public const string Name = "simulate";

    private const int BadArguments = 2;
    private const string Usage = "simulate [--runners 10000] [--weeks 52] [--seed 1]";

    private static readonly LocalDate First = new(2026, 11, 30);

    public static int Run(ReadOnlySpan<string> args)
    {
        var (runners, weeks, seed) = (10_000, 52, 1);
        while (args is [var option, var value, .. var rest])
        {
            if (!int.TryParse(value, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return Refused($"{option} {value} is not a number from 1.");
            }

            switch (option)
            {
                case "--runners": runners = number; break;
                case "--weeks": weeks = number; break;
                case "--seed": seed = number; break;
                default: return Refused($"{option} is unknown.");
            }

            args = rest;
        }

        if (args is [var alone])
        {
            return Refused($"{alone} needs a number.");
        }

        var planner = new Planner(Policy.Current, LibraryReader.Read(Repository.Content).Require());
        SafetyTable.Plans(Console.Out, planner, First);
        var started = Stopwatch.GetTimestamp();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var lives = Live(planner, runners, weeks, seed);
        var elapsed = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        SafetyTable.Runners(Console.Out, lives);
        var total = (double)runners * weeks;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{runners:N0} runners × {weeks} weeks, seed {seed}: {elapsed.TotalSeconds:F1} s on {Environment.ProcessorCount} cores, {total / elapsed.TotalSeconds:N0} weeks/s, {allocated / total / 1024:F1} KiB a week."));
        return 0;
    }

    private static (PainCourse Pain, Course Course, Safety Safety)[] Live(Planner planner, int runners, int weeks, int seed)
    {
        PainCourse[] courses = [.. Enum.GetValues<PainCourse>().Where(c => c != PainCourse.Unchanging)];
        var lives = new (PainCourse, Course, Safety)[runners];
        Parallel.For(0, runners, number =>
        {
            var dice = Dice.Of(seed, number);
            var pain = courses[number % courses.Length];
            var course = Life.Live(planner, VirtualRunner.Random(pain, dice, First), dice, First, weeks);
            lives[number] = (pain, course, Safety.Of(course));
        });
        return lives;
    }

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"{why} {Usage}");
        return BadArguments;
    }
}
