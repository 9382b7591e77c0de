using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// Fills any view from its type alone, so that a view or property added tomorrow is checked without anyone thinking of it:
/// everything present and hostile, everything that may be absent absent, and the two mixtures of that with flags.
/// </summary>
internal static class WorstCase
{
    /// <summary>Must never be seen as such in a page.</summary>
    public const string Markup = "<script>alert('1')</script>";

    private const string Hostile = Markup + "\"><b>{{ name }}</b> \r\nBcc: a@b.example \u202etxt.exe \ud83c\udfc3 %0d%0a ";

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly string Long = Hostile + new string('W', 300 - Hostile.Length);

    public static Operator Operator { get; } = new(Long, Long, Long);

    public static IEnumerable<object> Of(Type view) => Of(view, Long);

    /// <param name="view">A kind of mail.</param>
    /// <param name="words">What stands in every field of it.</param>
    public static IEnumerable<object> Of(Type view, string words) =>
        from choice in new Choice[] { new(true, true, words), new(true, false, words), new(false, true, words), new(false, false, words) }
        select Record(view, choice, 0);

    private static object Record(Type type, Choice choice, int turn)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            property.SetValue(record, Value(property, choice, turn));
        }

        return record;
    }

    private static object? Value(PropertyInfo property, Choice choice, int turn)
    {
        lock (Nullability)
        {
            return !choice.Present && Nullability.Create(property).ReadState == NullabilityState.Nullable ? null : Value(property.PropertyType, choice, turn);
        }
    }

    private static object Value(Type type, Choice choice, int turn)
    {
        var given = Nullable.GetUnderlyingType(type) ?? type;
        return given switch
        {
            _ when given == typeof(string) => choice.Words,
            _ when given == typeof(Uri) => new Uri("https://runbackcare.example/x?a=1&b='\"<i>"),
            _ when given == typeof(bool) => choice.Flag,
            _ when given == typeof(int) => turn,
            _ when given.IsEnum => Turn(Enum.GetValues(given), turn),
            _ when IsList(given) => List(given, choice),
            _ => Record(given, choice, turn),
        };
    }

    private static object Turn(Array values, int turn) => values.GetValue(turn % values.Length)!;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <summary>Seven of each: as many as a week has days, and enough that every value of an enumeration comes up.</summary>
    private static object List(Type type, Choice choice)
    {
        var item = type.GetGenericArguments()[0];
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var turn = 0; turn < (choice.Present ? Most(item) : 0); turn++)
        {
            items.Add(Value(item, choice, turn));
        }

        return typeof(ImmutableArray)
            .GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetGenericArguments().Length == 1 && m.GetParameters().Length == 1)
            .MakeGenericMethod(item)
            .Invoke(null, [items])!;
    }

    private static int Most(Type item) => item == typeof(string) ? 2 : EnumsOf(item).DefaultIfEmpty(2).Max();

    private static IEnumerable<int> EnumsOf(Type item) =>
        item.GetProperties().Select(p => p.PropertyType).Where(t => t.IsEnum).Select(t => Enum.GetValues(t).Length);

    private sealed record Choice(bool Present, bool Flag, string Words);
}
