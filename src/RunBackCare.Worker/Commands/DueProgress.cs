using Npgsql;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Commands;

/// <summary>How far the work has come, asked of the database beside it: whoever else works on the same rows counts too.</summary>
internal sealed class DueProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _done = new();
    private readonly Task _showing;

    public DueProgress(NpgsqlDataSource database, string what, Func<DeliveryCounts, long> left) =>
        _showing = Console.IsErrorRedirected ? Task.CompletedTask : ShowAsync(database, what, left);

    public void Dispose()
    {
        _done.Cancel();
        _showing.GetAwaiter().GetResult();
        _done.Dispose();
    }

    private async Task ShowAsync(NpgsqlDataSource database, string what, Func<DeliveryCounts, long> left)
    {
        using var bar = new ProgressBar(what);
        var total = 0L;
        try
        {
            while (true)
            {
                var rest = left(await DeliveryCounts.ReadAsync(database, _done.Token));
                total = Math.Max(total, rest);
                bar.Show(total - rest, total);
                await Task.Delay(Interval, _done.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or NpgsqlException)
        {
            // The bar is a courtesy: the work itself says what went wrong.
            bar.Show(total, total);
        }
    }
}
