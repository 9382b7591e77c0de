using System.Diagnostics;

namespace RunBackCare.Testing.Processes;

/// <summary>Waits for what other processes bring about. The limit only ends a test that would hang; no test asserts a time.</summary>
public static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <param name="what">What is waited for, in words for whoever reads the failure.</param>
    /// <param name="happened">Asked again and again until true.</param>
    /// <param name="otherwise">Tells more where it never happens, such as a program's output.</param>
    public static async Task UntilAsync(string what, Func<Task<bool>> happened, Func<string>? otherwise = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await happened())
        {
            if (waited.Elapsed > Limit)
            {
                throw new TimeoutException($"Never happened: {what}. {otherwise?.Invoke()}");
            }

            await Task.Delay(BetweenLooks);
        }
    }
}
