using System.Collections.Immutable;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Content;

/// <summary>Reads the content an editor keeps (<c>templates/content</c>) into a checked library.</summary>
public static class LibraryReader
{
    /// <param name="directory">The folder that holds the content files.</param>
    /// <returns>The library, or all faults of all files at once. Bad content is never an exception.</returns>
    public static LibraryReading Read(string directory)
    {
        var faults = new List<ContentFault>();
        if (!Directory.Exists(directory))
        {
            faults.Add(new(directory, 0, "is not a directory; name the one that holds exercises.yaml, lessons.yaml and the other content files"));
            return new(faults);
        }

        faults.AddRange(ContentFiles.Strangers(directory));
        var files = ContentFiles.Names.ToImmutableDictionary(name => name, name => ContentFile.Read(directory, name, faults), StringComparer.Ordinal);
        var ids = new IdRegister(faults);

        var evidence = Listed(ContentFiles.Evidence, "RSP", ItemForms.Evidence, note => note.Id);
        var sources = new EvidenceCheck(evidence);
        var exercises = Items(ContentFiles.Exercises, "C", ItemForms.Exercise);
        var warmUps = Items(ContentFiles.WarmUps, "W", ItemForms.WarmUp);
        var stretches = Items(ContentFiles.Stretches, "T", ItemForms.Stretch);
        var rolls = Items(ContentFiles.Rolls, "F", ItemForms.Roll);
        var swaps = Items(ContentFiles.Swaps, "X", ItemForms.Swap);
        var cues = Items(ContentFiles.Cues, "Q", ItemForms.Cue);
        var lessons = Items(ContentFiles.Lessons, "E", ItemForms.Lesson);
        var notes = Listed(ContentFiles.Notes, "N", ItemForms.Note, note => note.Id);

        // What is missing can only be told of files that are well formed: otherwise one slip would read as many.
        if (faults.Count > 0)
        {
            return new(faults);
        }

        var library = new Library(ContentFiles.Version(files.Values), exercises, warmUps, stretches, rolls, swaps, cues, lessons, evidence, notes);
        faults.AddRange(Completeness.Check(library));
        return faults.Count == 0 ? new(library) : new(faults);

        ImmutableArray<T> Items<T>(string file, string letter, Func<Entry, T> form)
            where T : ContentItem => Listed(file, letter, entry =>
            {
                var item = form(entry);
                sources.Check(entry);
                return item;
            }, item => item.Id);

        ImmutableArray<T> Listed<T>(string file, string letters, Func<Entry, T> form, Func<T, string> idOf)
        {
            var items = ImmutableArray.CreateBuilder<T>();
            foreach (var entry in files[file].Entries(faults))
            {
                var item = form(entry);
                entry.RefuseUnknownFields();
                ids.Take(entry, idOf(item), letters);
                items.Add(item);
            }

            return [.. items.OrderBy(idOf, StringComparer.Ordinal)];
        }
    }
}
