using System.Collections.Immutable;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Content;

/// <summary>Reads the content an editor keeps (<c>templates/content</c>) into a checked library.</summary>
public static class LibraryReader
{
    /// <param name="directory">The folder that holds the seven files.</param>
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
        ImmutableArray<T> Items<T>(string file, char prefix, Func<Entry, T> read)
            where T : ContentItem
        {
            var items = ImmutableArray.CreateBuilder<T>();
            foreach (var entry in files[file].Entries(faults))
            {
                var item = read(entry);
                entry.RefuseUnknownFields();
                ids.Take(entry, item.Id, prefix);
                items.Add(item);
            }

            return [.. items.OrderBy(i => i.Id, StringComparer.Ordinal)];
        }

        var exercises = Items(ContentFiles.Exercises, 'C', ItemForms.Exercise);
        var warmUps = Items(ContentFiles.WarmUps, 'W', ItemForms.WarmUp);
        var stretches = Items(ContentFiles.Stretches, 'T', ItemForms.Stretch);
        var rolls = Items(ContentFiles.Rolls, 'F', ItemForms.Roll);
        var swaps = Items(ContentFiles.Swaps, 'X', ItemForms.Swap);
        var cues = Items(ContentFiles.Cues, 'Q', ItemForms.Cue);
        var lessons = Items(ContentFiles.Lessons, 'E', ItemForms.Lesson);

        // What is missing can only be told of files that are well formed: otherwise one slip would read as many.
        if (faults.Count > 0)
        {
            return new(faults);
        }

        var library = new Library(ContentFiles.Version(files.Values), exercises, warmUps, stretches, rolls, swaps, cues, lessons);
        faults.AddRange(Completeness.Check(library));
        return faults.Count == 0 ? new(library) : new(faults);
    }
}
