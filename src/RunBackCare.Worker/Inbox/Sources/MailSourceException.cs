namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>Nothing could be read: the mailbox, or our account there, does not work. Says what to do, and holds no address.</summary>
internal sealed class MailSourceException(string what) : Exception(what);
