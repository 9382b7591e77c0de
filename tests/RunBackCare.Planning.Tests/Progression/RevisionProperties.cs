using CsCheck;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Whatever is said at whatever moment: a revision never touches the past and never asks for more.</summary>
public sealed class RevisionProperties
{
    private static readonly long Cases = Samples.Of(usual: 300, full: 20_000);

    private static readonly Planner Planner = new(Policy.Current, TestLibrary.Library);

    private static readonly Gen<(int?[] Answers, int Usual, int Day, int Score, int About, RevisionCause Cause)> GenCase = Gen.Select(
        Gen.Int[-2, 5].Select(a => a < 0 ? (int?)null : a).Array[0, 8], Gen.Int[0, 5], Gen.Int[-1, 6], Gen.Int[0, 10], Gen.Int[-1, 6], Gen.Enum<RevisionCause>());

    [Fact]
    public void The_past_stays_and_nothing_rises() => GenCase.Sample(
        c =>
        {
            var runner = new Runner(Runner.Usual(c.Usual)) { Planner = Planner }.Answering(c.Answers);
            var planned = runner.Facts();
            var week = Planner.Plan(planned);
            var today = week.Starts.PlusDays(c.Day);
            var about = week.Starts.PlusDays(c.About);
            var now = today.At(new LocalTime(18, 0));
            runner.History = runner.History with
            {
                Reports = runner.History.Reports.Add(new PainReport(
                    c.About < 0 ? week.Starts.PlusWeeks(-1) : week.Starts, c.About < 0 || about > today ? null : about, ReportTime.Unknown, PainSite.Back, new(c.Score), now)),
            };
            var facts = planned with { History = runner.History, Now = now };
            var revised = Planner.Revise(facts, week, c.Cause);
            Assert.Equal(PlanJson.Write(revised), PlanJson.Write(Planner.Revise(facts, week, c.Cause)));
            if (revised is null)
            {
                return;
            }

            Assert.Equal(week.Revision + 1, revised.Revision);
            Assert.Equal(PlanJson.Write(week.Days.Where(d => d.Date < today)), PlanJson.Write(revised.Days.Where(d => d.Date < today).Take(week.Days.Length)));
            var mayRise = c.Cause is RevisionCause.Undo or RevisionCause.Hold || (c.Cause == RevisionCause.LateAnswer && (week.Provisional || week.Paused));
            Assert.True(mayRise || RunSeconds(revised) <= RunSeconds(week), $"{week.Decision} {week.Rung} became {revised.Decision} {revised.Rung}");
        }, iter: Cases);

    private static int RunSeconds(PlannedWeek week) => week.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().Sum(r => r.RunTotalSeconds);
}
