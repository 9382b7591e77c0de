await Console.Out.WriteLineAsync("RunBackCare");
