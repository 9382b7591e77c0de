namespace RunBackCare.Mail.Content;

/// <summary>Each ID once in all files, and each in the file of its kind.</summary>
internal sealed class IdRegister(List<ContentFault> faults)
{
    private readonly Dictionary<string, Entry> _taken = new(StringComparer.Ordinal);

    /// <param name="letters">Those an ID of this file may begin with.</param>
    public void Take(Entry entry, string id, string letters)
    {
        if (id.Length == 0)
        {
            return;
        }

        if (id is not [var letter, >= '0' and <= '9', >= '0' and <= '9'] || !letters.Contains(letter))
        {
            faults.Add(new(entry.File, entry.LineOf("id"), $"id '{id}' must be {string.Join(" or ", letters.ToCharArray())} and two digits here, such as {letters[0]}01"));
        }
        else if (!_taken.TryAdd(id, entry))
        {
            var first = _taken[id];
            faults.Add(new(entry.File, entry.LineOf("id"), $"id '{id}' is already used in {first.File}:{first.LineOf("id")}; give this item an ID of its own"));
        }
    }
}
