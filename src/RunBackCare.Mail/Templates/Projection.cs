using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Scriban.Runtime;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// Turns a view into the tree of names and strings that a template sees. Names are those of the properties in snake_case; what a
/// view may hold is told by <see cref="Place"/>. An empty list is absent, so that <c>if</c> asks the same of lists as of strings.
/// </summary>
internal static class Projection
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Members = new();

    public static ScriptObject Of(object view, Medium medium)
    {
        var members = MembersOf(view.GetType());
        var tree = new ScriptObject(members.Length, StringComparer.Ordinal);
        foreach (var member in members)
        {
            tree[member.Name] = Place(member.Get(view), medium);
        }

        tree.IsReadOnly = true;
        return tree;
    }

    public static ImmutableArray<Member> MembersOf(Type type) => Members.GetOrAdd(type, static t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead).Select(Member.Of)]);

    /// <summary>An enumeration's value as templates compare it.</summary>
    public static string Word(Enum value) => Words.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    private static readonly ConcurrentDictionary<Enum, string> Words = new();

    private static object? Place(object? value, Medium medium) => value switch
    {
        null => null,
        string text => medium.Place(text),
        Uri address => medium.Place(address),
        bool or int => value,
        Enum word => Word(word),
        System.Collections.ICollection list => PlaceAll(list, medium),
        _ => Of(value, medium),
    };

    private static ScriptArray? PlaceAll(System.Collections.ICollection list, Medium medium)
    {
        if (list.Count == 0)
        {
            return null;
        }

        var placed = new ScriptArray(list.Count);
        foreach (var item in list)
        {
            placed.Add(Place(item, medium));
        }

        placed.IsReadOnly = true;
        return placed;
    }

    /// <param name="Name">As templates write it.</param>
    /// <param name="Property">Where it comes from.</param>
    /// <param name="Get">Reads it without reflection's cost.</param>
    internal sealed record Member(string Name, PropertyInfo Property, Func<object, object?> Get)
    {
        public static Member Of(PropertyInfo property) =>
            new(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property, GetterOf(property));

        private static Func<object, object?> GetterOf(PropertyInfo property) =>
            (Func<object, object?>)typeof(Member)
                .GetMethod(nameof(Getter), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(property.DeclaringType!, property.PropertyType)
                .Invoke(null, [property.GetMethod!])!;

        private static Func<object, object?> Getter<TView, TValue>(MethodInfo method)
            where TView : class
        {
            var get = method.CreateDelegate<Func<TView, TValue>>();
            return view => get((TView)view);
        }
    }
}
