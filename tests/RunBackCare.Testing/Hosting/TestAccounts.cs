using RunBackCare.Worker.Admin;

namespace RunBackCare.Testing.Hosting;

/// <summary>One admin and one viewer, as an operator would configure them.</summary>
public static class TestAccounts
{
    public const string Admin = "anna";
    public const string Viewer = "vera";
    public const string Password = "correct horse battery staple";

    private static readonly Lazy<string> Hash = new(() => AdminPassword.Hash(Password));

    public static IEnumerable<(string Key, string Value)> Settings =>
    [
        ("RunBackCare:Admin:Accounts:0:Name", Admin),
        ("RunBackCare:Admin:Accounts:0:Hash", Hash.Value),
        ("RunBackCare:Admin:Accounts:0:Role", "Admin"),
        ("RunBackCare:Admin:Accounts:1:Name", Viewer),
        ("RunBackCare:Admin:Accounts:1:Hash", Hash.Value),
        ("RunBackCare:Admin:Accounts:1:Role", "Viewer"),
    ];
}
