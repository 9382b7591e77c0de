using System.Reflection;
using BenchmarkDotNet.Running;
using RunBackCare.Benchmarks.Simulation;
using RunBackCare.Benchmarks.WholeRun;

if (args is [SimulateCommand.Name, .. var options])
{
    return SimulateCommand.Run(options);
}

if (args is [WholeRunCommand.Name, .. var run])
{
    return await WholeRunCommand.RunAsync(run);
}

if (args is [GrowCommand.Name, .. var sizes])
{
    return await GrowCommand.RunAsync(sizes);
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
