using System.CommandLine;

namespace RunBackCare.Worker.Commands;

internal static class OptionCheck
{
    /// <summary>Refuses a value in words of ours, before anything is converted: the library's own words name types.</summary>
    public static void Check(this Option option, Func<string, bool> isGood, string otherwise) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && !isGood(text))
        {
            result.AddError($"{option.Name} {text} {otherwise}.");
        }
    });
}
