using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Subscribers;

/// <summary>The form in which two addresses are the same person's.</summary>
internal static class AddressKey
{
    public static string Of(string address) => address.Trim().ToLowerInvariant();

    public static string Of(SubscriberDraft person) => Of(person.Address ?? throw new ArgumentException("A person without an address is not stored.", nameof(person)));
}
