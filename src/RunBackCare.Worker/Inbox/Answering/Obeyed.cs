using System.Collections.Immutable;
using RunBackCare.Mail.Views;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>What a reply's commands did, and what has to follow from it.</summary>
internal sealed class Obeyed
{
    public ImmutableArray<Effect>.Builder Effects { get; } = ImmutableArray.CreateBuilder<Effect>();

    /// <summary>The reply that was taken back, or moved to another week.</summary>
    public InboundMessage? TakenBack { get; set; }

    /// <summary>The days left are chosen anew, because some of them are paused, or no longer are.</summary>
    public bool PausesChanged { get; set; }

    /// <summary>As they were before this reply.</summary>
    public ImmutableArray<ReplacedPause>.Builder ReplacedPauses { get; } = ImmutableArray.CreateBuilder<ReplacedPause>();

    public bool HoldLifted { get; set; }

    /// <summary>Gone: no receipt, nothing planned.</summary>
    public bool Left { get; set; }

    public bool Erased { get; set; }

    /// <summary>Commands whose own mail is answer enough.</summary>
    public int AnsweredElsewhere { get; set; }
}
