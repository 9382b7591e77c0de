using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>
/// The library as a mail needs it. A stored week outlives the content it was filled from: an item that is gone shows its ID, so that
/// the mail still goes out.
/// </summary>
internal sealed class Shelf(Library library)
{
    /// <summary>Opens every warm-up.</summary>
    public const string BriskWalk = "W01";

    /// <summary>The swap that every week may have.</summary>
    public const string Walk = "X01";

    public T? Find<T>(string id)
        where T : ContentItem => library.TryFind(id, out var item) ? item as T : null;

    /// <summary>What holds for every item of a kind; null where the library does not say.</summary>
    public string? NoteOn(ItemKind kind) => library.Notes.FirstOrDefault(n => n.Kind == kind)?.Text;

    /// <summary>How an item goes; null where it is gone.</summary>
    public HowToView? HowTo(string id) => Find<ContentItem>(id) is { } item ? new(item.Name, item.HowTo, item.Caution) : null;

    /// <summary>The same, with what changes at its level.</summary>
    public HowToView? HowTo(SessionItem item) => Find<Exercise>(item.Id) is { } exercise && exercise.Levels.FirstOrDefault(l => l.Level == item.Level)?.HowTo is { } level
        ? new(exercise.Name, $"{exercise.HowTo} {level}", exercise.Caution)
        : HowTo(item.Id);

    /// <summary>A cue or lesson with how sure it is.</summary>
    public NoteView Note(string id, Receipts receipts) => Find<ContentItem>(id) switch
    {
        Cue cue => new(cue.Name, cue.HowTo, cue.Caution, WeekWords.HowSure(cue.Certainty), receipts.SourcesOf(cue)),
        Lesson lesson => new(lesson.Name, lesson.HowTo, lesson.Caution, WeekWords.HowSure(lesson.Certainty), receipts.SourcesOf(lesson)),
        _ => new(id, "", null, "", null),
    };

    public string NameOf(string id) => Find<ContentItem>(id)?.Name ?? id;
}
