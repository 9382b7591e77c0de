using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace RunBackCare.Planning.Replies;

/// <summary>What a word stands for in an answer.</summary>
internal enum Meaning
{
    /// <summary>No word of ours.</summary>
    Unknown,

    /// <summary>May stand between a score and what it is about: "was a", "about".</summary>
    Filler,

    /// <summary>May follow a score, whatever comes after it: "because", "after".</summary>
    Tail,

    /// <summary>A clause ends and another begins.</summary>
    And,

    Weekday,

    /// <summary>Days before today.</summary>
    DaysAgo,
    Last,
    Month,
    Morning,
    ThisMorning,
    NextMorning,
    Evening,
    During,
    WeekScope,
    LastWeekScope,
    Site,
    OtherSite,
    Pain,
    No,
    PainFree,

    /// <summary>Turns "no pain" into something else: "until", "than".</summary>
    NotQuite,
    Fine,

    /// <summary>A kind of session as a thing: "run".</summary>
    Activity,

    /// <summary>A kind of session as done: "ran".</summary>
    Did,
    AllDone,
    NotAll,
    Done,
    Skipped,
    Except,

    /// <summary>A day without: "off", "rest day".</summary>
    Resting,
    Counted,
    Ill,
    Since,
    AllWeek,
    Limped,
    Sleep,
    OtherScale,
    Minutes,
    Hours,
    Kilometres,
    Miles,
    Metres,
    OtherUnit,
    OutOf,
    Times,
    RanTimes,
    Future,
    Number,

    /// <summary>Half of one more: "and a half".</summary>
    Half,
    Range,

    // What numbers and marks become; no word of a table has these.
    OfTen,
    NumberList,
    Fraction,
    OtherNumber,
    Date,
    Comma,
    Sign,
    Count,
    Duration,
    Distance,
}

/// <param name="Value">What the meaning counts: weekday, days ago, month, site, kind, number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sense(Meaning Meaning, int Value = 0);

/// <summary>The words of one language, each row of words with the one sense it has. Another language is another of these.</summary>
internal sealed class Language
{
    private readonly FrozenDictionary<string, Sense> _senses;
    private readonly FrozenDictionary<string, CommandKind> _commands;

    public Language(string name, IEnumerable<(Meaning Meaning, int Value, string Words)> senses, IEnumerable<(CommandKind Kind, string Words)> commands)
    {
        Name = name;
        var all = new Dictionary<string, Sense>(StringComparer.Ordinal);
        foreach (var (meaning, value, words) in senses)
        {
            foreach (var phrase in Phrases(words))
            {
                all.Add(phrase, new(meaning, value));
            }
        }

        _senses = all.ToFrozenDictionary(StringComparer.Ordinal);
        _commands = commands.SelectMany(c => Phrases(c.Words).Select(p => (p, c.Kind))).ToFrozenDictionary(c => c.p, c => c.Kind, StringComparer.Ordinal);
        LongestPhrase = all.Keys.Max(k => k.Count(c => c == ' ') + 1);
    }

    public string Name { get; }

    public int LongestPhrase { get; }

    public bool TryFind(string phrase, out Sense sense) => _senses.TryGetValue(phrase, out sense);

    public CommandKind? Command(string line) => _commands.TryGetValue(line, out var kind) ? kind : null;

    private static IEnumerable<string> Phrases(string words) => words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
