namespace RunBackCare.Worker.Inbox;

/// <summary>Tells the reader that something came in, so that nobody waits for its next look. Losing a call costs a minute, never a message.</summary>
internal interface IWakeInbox
{
    void Wake();
}
