using RunBackCare.Worker.Hosting;

return await WorkerHost.RunAsync(args);
