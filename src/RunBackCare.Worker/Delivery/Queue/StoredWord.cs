using System.Text.Json;

namespace RunBackCare.Worker.Delivery.Queue;

/// <summary>An enum's word in the database, for SQL by hand; the same that the maps write.</summary>
internal static class StoredWord
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static TEnum Read<TEnum>(string word)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
