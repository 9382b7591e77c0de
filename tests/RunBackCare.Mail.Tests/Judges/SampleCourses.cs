using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Tests.Content;
using RunBackCare.Mail.Views;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>The twelve people of <c>deploy/samples</c>, each living a few weeks that end in a week of the wanted kind.</summary>
internal static class SampleCourses
{
    private static readonly LocalDate First = new(2026, 11, 2);

    private static readonly Planner Planner = new(Policy.Current, RepositoryLibrary.Library);

    private static readonly ImmutableArray<SubscriberDraft> People = Read();

    /// <summary>Between them they bring about every decision.</summary>
    public static ImmutableArray<Course> All { get; } =
    [
        new("first", 1, _ => null),
        new("well", 5, usual => $"{usual}, all done"),
        new("silent", 5, _ => null),
        new("worse", 5, usual => $"{Math.Min(usual + 2, 5)}, all done"),
        new("red", 5, _ => "7 all week, no runs"),
        new("urgent", 5, _ => "I have had a fever with it since Thursday"),
        new("emergency", 5, _ => "I cannot feel it when I wipe, numb between the legs"),
    ];

    /// <summary>Everybody once, the courses in turn; where large numbers are asked for, everybody on every course.</summary>
    public static IEnumerable<(string Name, WeekView View)> Sample(bool whole) =>
        from person in People.Index()
        from course in All.Index()
        where whole || course.Index == person.Index % All.Length
        select ($"week-{person.Index + 1:00}-{course.Item.Name}", View(person.Item, course.Item));

    public static IEnumerable<string> Names => People.Select(person => person.Name);

    /// <summary>Weeks of somebody whose back stays as it usually is.</summary>
    public static ImmutableArray<PlannedWeek> Usual(string name, int weeks)
    {
        var person = People.Single(p => p.Name == name);
        return PreviewCourse.Play(Planner, person, First, weeks, new PreviewAnswers.Weekly(_ => person.Profile.Back.UsualPain));
    }

    private static WeekView View(SubscriberDraft person, Course course)
    {
        var usual = person.Profile.Back.UsualPain;
        var answers = Enumerable.Range(1, course.Weeks - 1)
            .Select(week => (At: First.PlusWeeks(week).PlusDays(-2).At(new(8, 0)), Words: week == course.Weeks - 1 ? course.Last(usual) : $"{usual}, all done"))
            .Where(answer => answer.Words is not null)
            .Select(answer => new PreviewReply(answer.At, answer.Words!));
        var weeks = PreviewCourse.Play(Planner, person, First, course.Weeks, new PreviewAnswers.Written([.. answers]));
        var reader = WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt));
        return WeekView.Of(weeks[^1], RepositoryLibrary.Library, reader, SampleWeeks.Links, course.Weeks == 1 ? [] : SampleWeeks.Past);
    }

    private static ImmutableArray<SubscriberDraft> Read()
    {
        var (people, faults) = ProfileFile.ReadAsync(Repository.File("deploy", "samples", "subscribers.yaml"), DocumentUse.Preview, Instant.FromUtc(2026, 11, 1, 0, 0), CancellationToken.None).GetAwaiter().GetResult();
        return faults.IsEmpty ? people : throw new InvalidOperationException(string.Join('\n', faults));
    }
}

/// <param name="Weeks">The last of which is looked at; those before go well.</param>
/// <param name="Last">What is answered on the Saturday before that week, by the person's usual pain; null for silence.</param>
internal sealed record Course(string Name, int Weeks, Func<int, string?> Last);
