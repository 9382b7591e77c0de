using System.Globalization;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Jobs;

/// <summary>When the jobs run and how many at once. Seconds, so that a trial or a test need not wait for minutes.</summary>
internal sealed class JobsOptions
{
    public const string Section = "RunBackCare:Jobs";

    public const int MostSecondsToStop = 120;

    public int PlanEverySeconds { get; set; } = 300;

    public int SendEverySeconds { get; set; } = 60;

    public int ReadEverySeconds { get; set; } = 60;

    public int PlanWorkers { get; set; } = 1;

    public int SendWorkers { get; set; } = 1;

    /// <summary>How long a running job may take to finish its step after the program was asked to stop.</summary>
    public int StopWithinSeconds { get; set; } = 30;

    internal const int KeepWorkers = 1;

    /// <summary>Those above, the one that reads (a mailbox has one reader), and the one that looks after the rest.</summary>
    internal int Workers => PlanWorkers + SendWorkers + 1 + KeepWorkers;
}

internal sealed class JobsOptionsCheck : IValidateOptions<JobsOptions>
{
    private const int MostWorkers = 8;

    public ValidateOptionsResult Validate(string? name, JobsOptions options)
    {
        var faults = new SettingFaults(JobsOptions.Section);
        RefuseUneven(faults, nameof(options.PlanEverySeconds), options.PlanEverySeconds, 300);
        RefuseUneven(faults, nameof(options.SendEverySeconds), options.SendEverySeconds, 60);
        RefuseUneven(faults, nameof(options.ReadEverySeconds), options.ReadEverySeconds, 60);
        RefuseOutside(faults, nameof(options.PlanWorkers), options.PlanWorkers, MostWorkers, 1);
        RefuseOutside(faults, nameof(options.SendWorkers), options.SendWorkers, MostWorkers, 1);
        RefuseOutside(faults, nameof(options.StopWithinSeconds), options.StopWithinSeconds, JobsOptions.MostSecondsToStop, 30);
        return faults.Result();
    }

    private static void RefuseUneven(SettingFaults faults, string key, int seconds, int example) =>
        faults.Refuse(!Schedule.CanBeEvery(seconds), key, $"is {seconds}: it must divide a minute evenly, or be whole minutes that divide an hour", Text(example));

    private static void RefuseOutside(SettingFaults faults, string key, int value, int most, int example) =>
        faults.Refuse(value < 1 || value > most, key, $"is {value}: it must be 1 to {most}", Text(example));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
