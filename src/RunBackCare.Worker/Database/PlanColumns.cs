using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RunBackCare.Worker.Database;

internal static class PlanColumns
{
    /// <summary>Maps an immutable planning value to one jsonb column.</summary>
    public static PropertyBuilder<T> IsPlanJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasColumnType("jsonb").HasConversion(new PlanJsonConverter<T>(), new ReferenceComparer<T>());

    /// <summary>Maps an enum to its name in snake_case, so that SQL by hand reads well.</summary>
    public static PropertyBuilder<TEnum> IsWord<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new WordConverter<TEnum>());

    /// <inheritdoc cref="IsWord{TEnum}(PropertyBuilder{TEnum})"/>
    public static PropertyBuilder<TEnum?> IsWord<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new WordConverter<TEnum>());

    private sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(
        value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()),
        word => Enum.Parse<TEnum>(word.Replace("_", "", StringComparison.Ordinal), true))
        where TEnum : struct, Enum;
}
