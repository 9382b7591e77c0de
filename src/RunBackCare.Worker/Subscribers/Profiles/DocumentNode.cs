using System.Collections.Immutable;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>A profile document before anything is known of its meaning: the same tree from YAML, JSON or CSV, each node with its line.</summary>
internal abstract record DocumentNode(int Line)
{
    public sealed record Map(int Line, ImmutableArray<Entry> Entries) : DocumentNode(Line);

    public sealed record List(int Line, ImmutableArray<DocumentNode> Items) : DocumentNode(Line);

    /// <param name="Text">Null where the document says null, or nothing at all.</param>
    public sealed record Scalar(int Line, string? Text) : DocumentNode(Line);

    public sealed record Entry(string Name, int Line, DocumentNode Value);
}

/// <summary>Something wrong in a document: where, and what to put there.</summary>
/// <param name="Field">Path such as <c>back.usual_pain</c>; empty for the document as a whole.</param>
internal sealed record DocumentFault(int Line, string Field, string What)
{
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {What}" : $"line {Line}: {Field}: {What}";
}
