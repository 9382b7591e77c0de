using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>What planning a stored week again shows.</summary>
internal abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    public sealed record Same : ReplayOutcome;

    /// <param name="Field">Path of the first field that differs, such as <c>days[2].sessions[0].surface</c>.</param>
    public sealed record Different(string Field, string Stored, string Now) : ReplayOutcome;

    /// <param name="Why">What this program no longer has.</param>
    public sealed record Cannot(string Why) : ReplayOutcome;
}

/// <summary>Plans a stored week again from its own facts, policy and content, and compares it with what was stored.</summary>
internal sealed class Replay(IDbContextFactory<RunBackCareDb> contexts, Library library)
{
    public async Task<ReplayOutcome> RunAsync(long weekId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.Weeks.AsNoTracking().Where(w => w.Id == weekId)
            .Select(w => new Stored(w.SubscriberId, w.StartsOn, w.Revision, w.Because, w.PolicyVersion, w.ContentHash, w.Plan))
            .SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            return new ReplayOutcome.Cannot($"there is no week {weekId}");
        }

        if (Policy.Find(row.PolicyVersion) is not { } policy)
        {
            return new ReplayOutcome.Cannot($"policy {row.PolicyVersion} is no longer in this program");
        }

        if (row.ContentHash != library.Version)
        {
            return new ReplayOutcome.Cannot($"it was filled from content {row.ContentHash}, and this program has {library.Version}");
        }

        var json = await db.Database.SqlQuery<string>($"""select facts::text as "Value" from weeks where id = {weekId}""").SingleAsync(cancellation);
        var (facts, faults) = StoredFacts.Read(json);
        if (facts is null)
        {
            return new ReplayOutcome.Cannot($"its facts are not sound: {string.Join("; ", faults.Select(f => $"{f.Field}: {f.What}"))}");
        }

        var planner = new Planner(policy, library);
        var before = row.Revision == 1 ? null : await PredecessorAsync(db, row, cancellation);
        return Compare(row.Plan, before is null ? planner.Plan(facts) : planner.Revise(facts, before, Cause(row)));
    }

    public static ReplayOutcome Compare(PlannedWeek stored, PlannedWeek? now) => now is null
        ? new ReplayOutcome.Different("revision", $"{stored.Revision}", "none")
        : Difference(JsonSerializer.SerializeToElement(stored, PlanJson.Options), JsonSerializer.SerializeToElement(now, PlanJson.Options), "") ?? (ReplayOutcome)new ReplayOutcome.Same();

    private static Task<PlannedWeek> PredecessorAsync(RunBackCareDb db, Stored row, CancellationToken cancellation) =>
        db.Weeks.AsNoTracking().Where(w => w.SubscriberId == row.SubscriberId && w.StartsOn == row.StartsOn && w.Revision == row.Revision - 1).Select(w => w.Plan).SingleAsync(cancellation);

    private static RevisionCause Cause(Stored row) => Enum.Parse<RevisionCause>(row.Because.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>Both come from one serializer, so fields stand in one order; the first that differs is the one to look at.</summary>
    private static ReplayOutcome.Different? Difference(JsonElement stored, JsonElement now, string path)
    {
        if (stored.ValueKind != now.ValueKind)
        {
            return new(path, stored.GetRawText(), now.GetRawText());
        }

        return stored.ValueKind switch
        {
            JsonValueKind.Object => stored.EnumerateObject()
                .Select(field => now.TryGetProperty(field.Name, out var other)
                    ? Difference(field.Value, other, Inner(path, field.Name))
                    : new(Inner(path, field.Name), field.Value.GetRawText(), "none"))
                .Concat(now.EnumerateObject().Where(field => !stored.TryGetProperty(field.Name, out _)).Select(field => new ReplayOutcome.Different(Inner(path, field.Name), "none", field.Value.GetRawText())))
                .FirstOrDefault(difference => difference is not null),
            JsonValueKind.Array when stored.GetArrayLength() != now.GetArrayLength() => new($"{path}.length", $"{stored.GetArrayLength()}", $"{now.GetArrayLength()}"),
            JsonValueKind.Array => stored.EnumerateArray().Zip(now.EnumerateArray())
                .Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]"))
                .FirstOrDefault(difference => difference is not null),
            _ => stored.GetRawText() == now.GetRawText() ? null : new(path, stored.GetRawText(), now.GetRawText()),
        };
    }

    private static string Inner(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A stored week but for its facts, which are read apart, since they may not be sound.</summary>
    private sealed record Stored(long SubscriberId, LocalDate StartsOn, int Revision, string Because, string PolicyVersion, string ContentHash, PlannedWeek Plan);
}
