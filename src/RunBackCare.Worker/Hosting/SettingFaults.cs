using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Hosting;

/// <summary>Gathers what is wrong with a section, each fault with its key and an example as it would stand in the environment.</summary>
internal sealed class SettingFaults(string section)
{
    private readonly List<string> _faults = [];

    public void Refuse(bool wrong, string key, string what, string example)
    {
        if (wrong)
        {
            _faults.Add(Text($"{section}:{key}", what, example));
        }
    }

    public ValidateOptionsResult Result() => _faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_faults);

    public static string Text(string path, string what, string example) =>
        $"{path} {what}, such as {path.Replace(":", "__", StringComparison.Ordinal)}={example}";
}
