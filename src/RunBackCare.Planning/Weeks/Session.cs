using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>One thing to do on a day. The family is closed: these seven are all there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Run), "run")]
[JsonDerivedType(typeof(Walk), "walk")]
[JsonDerivedType(typeof(Strength), "strength")]
[JsonDerivedType(typeof(Stretch), "stretch")]
[JsonDerivedType(typeof(Roll), "roll")]
[JsonDerivedType(typeof(Swap), "swap")]
[JsonDerivedType(typeof(Rest), "rest")]
public abstract record Session
{
    private Session()
    {
    }

    /// <summary>Whole minutes it takes, without drills and after-set; 0 for rest.</summary>
    public required int Minutes { get; init; }

    /// <summary>Library items it shows.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> ContentIds => [];

    /// <summary>Five minutes of walking, a block of running and walking, five minutes of walking.</summary>
    public sealed record Run : Session
    {
        /// <summary>The longest run of its week.</summary>
        public required bool Longest { get; init; }

        public required Surface Surface { get; init; }

        public required int Reps { get; init; }

        public required int RunSeconds { get; init; }

        public required int WalkSeconds { get; init; }

        public bool Hills { get; init; }

        /// <summary>Warm-up drills, in order.</summary>
        public required ImmutableArray<string> Before { get; init; }

        /// <summary>Stretches afterwards, in order.</summary>
        public required ImmutableArray<string> After { get; init; }

        /// <summary>All running of the session.</summary>
        public decimal RunMinutes => RunTotalSeconds / 60m;

        [JsonIgnore]
        public int RunTotalSeconds => Reps * RunSeconds;

        [JsonIgnore]
        public override IEnumerable<string> ContentIds => Before.Concat(After);
    }

    public sealed record Walk : Session
    {
        /// <summary>An offer on an otherwise empty day; a day with nothing else still rests.</summary>
        public bool Optional { get; init; }
    }

    public sealed record Strength : Session
    {
        public required ImmutableArray<SessionItem> Items { get; init; }

        [JsonIgnore]
        public override IEnumerable<string> ContentIds => Items.Select(i => i.Id);
    }

    public sealed record Stretch : Session
    {
        public required ImmutableArray<SessionItem> Items { get; init; }

        [JsonIgnore]
        public override IEnumerable<string> ContentIds => Items.Select(i => i.Id);
    }

    public sealed record Roll : Session
    {
        public required ImmutableArray<SessionItem> Items { get; init; }

        [JsonIgnore]
        public override IEnumerable<string> ContentIds => Items.Select(i => i.Id);
    }

    /// <summary>A low-impact session in place of a run.</summary>
    public sealed record Swap : Session
    {
        /// <summary>The swap's content ID.</summary>
        public required string Id { get; init; }

        [JsonIgnore]
        public override IEnumerable<string> ContentIds => [Id];
    }

    public sealed record Rest : Session;
}

/// <param name="Id">Content ID.</param>
/// <param name="Level">1 to 3 for strength; 0 where the item has no levels.</param>
/// <param name="Dose">How much, as the mail prints it.</param>
public sealed record SessionItem(string Id, int Level, string Dose);
