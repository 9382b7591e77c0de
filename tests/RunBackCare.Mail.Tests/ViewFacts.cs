using System.Collections;
using RunBackCare.Mail.Templates;

namespace RunBackCare.Mail.Tests;

/// <summary>Everything a view says, with the path of names that leads to it.</summary>
internal static class ViewFacts
{
    public static IEnumerable<(string Path, string Text)> Of(object view, string path = "")
    {
        foreach (var member in Projection.MembersOf(view.GetType()))
        {
            foreach (var fact in OfValue(member.Get(view), path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> OfValue(object? value, string path) => value switch
    {
        null or bool or int or Enum => [],
        string text => [(path, text)],
        Uri address => [(path, address.AbsoluteUri)],
        ICollection list => list.Cast<object>().SelectMany(item => OfValue(item, path)),
        _ => Of(value, path),
    };
}
