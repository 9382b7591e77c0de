using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RunBackCare.Worker.Database;

/// <summary>
/// For <c>dotnet ef migrations add NAME --project src/RunBackCare.Worker --output-dir Database/Migrations</c>, which reads the model and connects to nothing.
/// </summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<RunBackCareDb>
{
    public RunBackCareDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RunBackCareDb>();
        options.UseRunBackCare(DatabaseServices.DataSource("Host=localhost;Database=runbackcare"));
        return new(options.Options);
    }
}
