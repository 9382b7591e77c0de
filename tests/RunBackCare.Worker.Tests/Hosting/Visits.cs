using System.Net;
using System.Text.RegularExpressions;

namespace RunBackCare.Worker.Tests.Hosting;

/// <summary>What visitors do, in the words of the tests.</summary>
internal static partial class Visits
{
    public static async Task<string> GetStringOfAsync(this HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<(HttpStatusCode Status, string Text)> AskAsync(this HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<(HttpStatusCode Status, string Text)> SendAsync(this HttpClient visitor, string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await visitor.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in the form that the page shows, its hidden proof included.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> FillInAsync(this HttpClient visitor, string path, params (string Name, string Value)[] form)
    {
        var proof = Proof().Match(await visitor.GetStringOfAsync(path)).Groups["proof"].Value;
        return await visitor.SendAsync(path, [.. form, ("__RequestVerificationToken", proof)]);
    }

    /// <summary>The same for a form of that page which is sent elsewhere.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> FillInAsync(this HttpClient visitor, string page, string target, params (string Name, string Value)[] form)
    {
        var proof = Proof().Match(await visitor.GetStringOfAsync(page)).Groups["proof"].Value;
        return await visitor.SendAsync(target, [.. form, ("__RequestVerificationToken", proof)]);
    }

    public static Task<(HttpStatusCode Status, string Text)> SignInAsync(this HttpClient visitor, string name, string password) =>
        visitor.FillInAsync("/login", ("name", name), ("password", password));

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<proof>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
