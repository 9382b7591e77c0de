using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Worker;

namespace RunBackCare.Worker.Tests.Doctor;

/// <summary>The command as an operator types it.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public async Task A_setting_that_is_missing_is_found_before_anything_else_is_looked_at()
    {
        var (code, output) = await WorkerProcess.RunAsync(new WorkerSettings().With("RunBackCare__Operator__Name", ""), "doctor");

        Assert.Equal(1, code);
        Assert.Contains("error    configuration  RunBackCare:Operator:Name is missing", output, StringComparison.Ordinal);
        Assert.Contains("RunBackCare__Operator__Name=", output, StringComparison.Ordinal);
    }
}
