using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Worker.Commands;

/// <summary>One line of <c>inspect</c>.</summary>
/// <param name="Kind">reply, bounce, complaint, auto-reply, other.</param>
internal sealed record InspectedMessage(string File, string Kind)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReadingForm? Reading { get; init; }

    public ImmutableArray<InspectedRecipient> Recipients { get; init; } = [];

    /// <summary>What showed it, where the kind alone does not tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>For a person at a terminal.</summary>
    public string Lines() => string.Join(Environment.NewLine,
        new[] { $"{File}: {Kind}{(Why is null ? "" : $" ({Why})")}" }
            .Concat(Recipients.Select(r => $"  {r.Address ?? "somebody"}: {r.Reason}{(r.Status is null ? "" : $" {r.Status}")}, {(r.Hard ? "hard" : "not hard")}"))
            .Concat((Words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  > {line}"))
            .Concat(Reading is null ? [] : [$"  {PlanJson.Write(Reading)}"]));
}

internal sealed record InspectedRecipient(string? Address, string? Status, bool Hard, string Reason)
{
    public static InspectedRecipient Of(BouncedRecipient recipient) => new(recipient.Address, recipient.Status, recipient.Hard, Word(recipient.Reason));

    public static InspectedRecipient Complaining(string address) => new(address, null, Hard: false, Word(BounceReason.Feedback));

    private static string Word(BounceReason reason) => $"{reason}".ToLowerInvariant();
}
