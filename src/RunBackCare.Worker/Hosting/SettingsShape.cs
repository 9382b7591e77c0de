using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace RunBackCare.Worker.Hosting;

/// <summary>Compares a section with the type it is bound to. The binder itself passes over a misspelt key in silence.</summary>
internal static class SettingsShape
{
    public static IEnumerable<string> Faults(IConfigurationSection section, Type type, object? example = null)
    {
        var defaults = example ?? Activator.CreateInstance(type);
        var properties = type.GetProperties().Where(p => p.SetMethod is not null || IsList(p.PropertyType)).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                yield return $"{child.Path} is not a setting; known are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}";
                continue;
            }

            foreach (var fault in Faults(child, property, defaults))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Faults(IConfigurationSection child, PropertyInfo property, object? defaults)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (IsList(type))
        {
            return child.GetChildren().SelectMany(item => FaultsOfValue(item, ElementOf(type), null));
        }

        return FaultsOfValue(child, type, property.GetValue(defaults));
    }

    private static IEnumerable<string> FaultsOfValue(IConfigurationSection child, Type type, object? example)
    {
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            return Faults(child, type, example);
        }

        return child.Value is { Length: > 0 } text && !Converts(converter, text)
            ? [SettingFaults.Text(child.Path, $"is '{text}', which is not {Kind(type)}", Convert.ToString(example ?? Sample(type), CultureInfo.InvariantCulture) ?? "")]
            : [];
    }

    private static bool Converts(TypeConverter converter, string text)
    {
        try
        {
            converter.ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Kind(Type type) => type switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(Uri) => "an address",
        _ => $"a {type.Name}",
    };

    private static object? Sample(Type type) => type.IsEnum ? Enum.GetNames(type)[0] : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static Type ElementOf(Type list) => list.IsArray ? list.GetElementType()! : list.GetGenericArguments()[0];
}
