using System.CommandLine;
using System.Text;
using RunBackCare.Worker.Admin;

namespace RunBackCare.Worker.Commands;

internal static class AdminCommand
{
    public static Command Make()
    {
        var hash = new Command("hash", "Make a password hash for RunBackCare__Admin__Accounts__0__Hash; the password is asked for, or read from stdin.");
        hash.SetAction(async (_, cancellation) =>
        {
            var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellation) : Ask();
            if (string.IsNullOrEmpty(password))
            {
                throw new CommandException("A password is needed: type it, or give it on stdin.");
            }

            await Console.Out.WriteLineAsync(AdminPassword.Hash(password));
            return CommandLine.Done;
        });
        return new("admin", "Accounts of the dashboard.") { hash };
    }

    private static string Ask()
    {
        Console.Error.Write("Password: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
