using NodaTime;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>What a person wrote, taken out of their mail.</summary>
/// <param name="Own">Their own words.</param>
/// <param name="Aside">What else of theirs stood in the mail, cut away as quote or signature; safety signs count there too, and nothing else does.</param>
/// <param name="Written">Their local moment of writing.</param>
internal sealed record PersonsWords(string Own, string Aside, LocalDateTime Written)
{
    /// <summary>Lines of <see cref="Aside"/> that could be answers: they are asked about.</summary>
    public string Unsure { get; init; } = "";
}
