namespace RunBackCare.Worker.Hosting;

/// <summary>The configuration cannot be worked with. Each fault names its key and shows an example.</summary>
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
