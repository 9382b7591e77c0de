using Hangfire.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RunBackCare.Worker.Hosting;
using HangfireLevel = Hangfire.Logging.LogLevel;
using Level = Microsoft.Extensions.Logging.LogLevel;

namespace RunBackCare.Worker.Jobs;

/// <summary>
/// Hangfire's log without its complaints about a database that is away: each of its threads would repeat them at every try, and
/// <see cref="DatabaseWatch"/> has already said it, once.
/// </summary>
internal sealed class QuietHangfireLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name) => new Quiet(Logger(name));

    // Hangfire keeps one log for the whole process, also when the host that gave it has ended.
    private ILogger Logger(string name)
    {
        try
        {
            return loggers.CreateLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return NullLogger.Instance;
        }
    }

    private sealed class Quiet(ILogger logger) : ILog
    {
        public bool Log(HangfireLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = LevelOf(logLevel);
            if (messageFunc is null || !logger.IsEnabled(level))
            {
                return logger.IsEnabled(level);
            }

            if (!DatabaseFault.IsAway(exception) && !LostItsConnection(exception))
            {
                logger.Log(level, 0, messageFunc(), exception, (message, _) => message);
            }

            return true;
        }

        /// <summary>Hangfire's locks use one connection for several statements, and the driver refuses the second when the first has lost it.</summary>
        private static bool LostItsConnection(Exception? fault) => fault is InvalidOperationException { Source: nameof(Npgsql) };

        private static Level LevelOf(HangfireLevel level) => level switch
        {
            HangfireLevel.Trace => Level.Trace,
            HangfireLevel.Debug => Level.Debug,
            HangfireLevel.Info => Level.Information,
            HangfireLevel.Warn => Level.Warning,
            HangfireLevel.Error => Level.Error,
            _ => Level.Critical,
        };
    }
}
