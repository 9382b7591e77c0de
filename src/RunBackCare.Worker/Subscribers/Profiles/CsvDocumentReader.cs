using System.Collections.Immutable;
using CsvHelper;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>
/// One row a person. A dotted column is a field of a field (<c>send.day</c>, <c>days.mon</c>); a list stands in one cell, joined by <c>|</c>;
/// within it <c>pregnant@2026-10-01</c> is a clearance and <c>2026-12-24/2026-12-27</c> a stretch of days. An empty cell says nothing.
/// </summary>
internal static class CsvDocumentReader
{
    private static readonly ImmutableHashSet<string> Lists = ["surfaces", "kit", "screening", "blackout"];

    public static ImmutableArray<DocumentNode> Read(string text)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = Separator(text),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            IncludeValuesInExceptions = false,
        };
        using var csv = CsvReader.FromText(text, options);
        try
        {
            var people = ImmutableArray.CreateBuilder<DocumentNode>();
            while (csv.Read())
            {
                people.Add(Row(csv, (int)csv.LineNumber));
            }

            return people.ToImmutable();
        }
        catch (CsvFormatException wrong)
        {
            throw new UnreadableDocumentException((int)Math.Max(1, wrong.LineNumber), $"this is not CSV: {wrong.Message}");
        }
    }

    /// <summary>By the header alone: a list in a cell holds marks of its own.</summary>
    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static DocumentNode.Map Row(CsvReader csv, int line)
    {
        var cells = csv.Headers
            .Select((column, i) => (Path: column.Trim().Split('.', 2), Cell: i < csv.FieldCount ? csv.GetString(i) : ""))
            .Where(c => c.Cell.Length > 0)
            .ToList();
        var entries = from cell in cells
                      group cell by cell.Path[0] into field
                      select new DocumentNode.Entry(field.Key, line, field.First().Path.Length == 1
                          ? Cell(field.Key, field.First().Cell, line)
                          : new DocumentNode.Map(line, [.. field.Where(c => c.Path.Length == 2).Select(c => new DocumentNode.Entry(c.Path[1], line, new DocumentNode.Scalar(line, c.Cell)))]));
        return new(line, [.. entries]);
    }

    private static DocumentNode Cell(string field, string cell, int line)
    {
        if (!Lists.Contains(field))
        {
            return new DocumentNode.Scalar(line, cell);
        }

        var parts = cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new DocumentNode.List(line, [.. parts.Select<string, DocumentNode>(part => field switch
        {
            "screening" when part.Split('@') is [var name, var cleared] => Pair("name", name, "cleared", cleared, line),
            "blackout" when part.Split('/') is [var from, var to] => Pair("from", from, "to", to, line),
            _ => new DocumentNode.Scalar(line, part),
        })]);
    }

    private static DocumentNode.Map Pair(string firstName, string first, string secondName, string second, int line) =>
        new(line, [new(firstName, line, new DocumentNode.Scalar(line, first)), new(secondName, line, new DocumentNode.Scalar(line, second))]);
}
