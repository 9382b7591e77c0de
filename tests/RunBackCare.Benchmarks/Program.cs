using System.Reflection;
using BenchmarkDotNet.Running;
using RunBackCare.Benchmarks.Simulation;

if (args is [SimulateCommand.Name, .. var options])
{
    return SimulateCommand.Run(options);
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
