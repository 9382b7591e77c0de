namespace RunBackCare.Worker.Delivery;

/// <summary>Tells the sender that rows wait, so that nobody waits for its next look. Losing a call costs seconds, never a mail.</summary>
internal interface IWakeDelivery
{
    void Wake();
}
