using RunBackCare.Worker.Commands;

return await CommandLine.RunAsync(args);
