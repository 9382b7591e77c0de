using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RunBackCare.Planning;

namespace RunBackCare.Worker.Database;

/// <summary>An immutable planning value as one jsonb column, in <see cref="PlanJson"/>'s form.</summary>
internal sealed class PlanJsonConverter<T>() : ValueConverter<T, string>(value => PlanJson.Write(value), json => PlanJson.Read<T>(json))
    where T : class;

/// <summary>Planning values never change in place: the same reference is the same value.</summary>
internal sealed class ReferenceComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value)
    where T : class;
