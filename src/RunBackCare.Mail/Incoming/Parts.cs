using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>Walks the parts of a message in the order in which they stand, as far as anybody would read.</summary>
internal static class Parts
{
    public const int Most = 200;

    public static IEnumerable<MimeEntity> Of(MimeMessage message) => message.Body is { } body ? Walk(body).Take(Most) : [];

    private static IEnumerable<MimeEntity> Walk(MimeEntity entity)
    {
        yield return entity;
        if (entity is Multipart multipart)
        {
            foreach (var part in multipart.SelectMany(Walk))
            {
                yield return part;
            }
        }
    }
}
