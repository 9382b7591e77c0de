using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>What may be kept of a failure: where it happened and what kind it was. Never its message, which may quote a profile or an address.</summary>
internal static class PlanFault
{
    public static string Describe(Exception fault)
    {
        var cause = fault is DbUpdateException { InnerException: { } inner } ? inner : fault;
        var kind = cause is PostgresException postgres ? $"{nameof(PostgresException)} {postgres.SqlState} {postgres.ConstraintName}".TrimEnd() : cause.GetType().Name;
        return Place(cause) is { } place ? $"{kind} at {place}" : kind;
    }

    /// <summary>After 15 minutes, after an hour, then daily.</summary>
    /// <param name="failures">In a row, this one included.</param>
    public static Duration RetryAfter(int failures) => failures switch
    {
        <= 1 => Duration.FromMinutes(15),
        2 => Duration.FromHours(1),
        _ => Duration.FromDays(1),
    };

    /// <summary>The innermost method of ours; it is there in a release build too, where files and lines are not.</summary>
    private static string? Place(Exception fault)
    {
        var ours = new StackTrace(fault, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetMethod()?.DeclaringType?.FullName?.StartsWith("RunBackCare.", StringComparison.Ordinal) == true);
        if (ours?.GetMethod() is not { DeclaringType: { } type } method)
        {
            return null;
        }

        var place = $"{type.FullName!["RunBackCare.".Length..]}.{method.Name}";
        return ours.GetFileLineNumber() is > 0 and var line ? $"{place}:{line}" : place;
    }
}
