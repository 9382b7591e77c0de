using System.Net;
using System.Net.Sockets;

namespace RunBackCare.Testing.Processes;

public static class Ports
{
    // Below the range from which the kernel takes ports for outgoing connections.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>A loopback port that nobody listens on now. Another process may take it before its use: start again then.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }

    public static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
