using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Database;

internal static class DatabaseServices
{
    /// <summary>Name of the connection string: <c>ConnectionStrings__RunBackCare</c> in the environment.</summary>
    public const string ConnectionName = "RunBackCare";

    /// <summary>PostgreSQL of <see cref="ConnectionName"/>, the clock, and what brings the schema up to date.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration) =>
        services.AddDatabase(configuration.GetConnectionString(ConnectionName) ?? throw new InvalidOperationException(
            $"ConnectionStrings:{ConnectionName} is missing: say where PostgreSQL is, such as \"Host=localhost;Database=runbackcare;Username=runbackcare;Password=…\"."));

    /// <inheritdoc cref="AddDatabase(IServiceCollection, IConfiguration)"/>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(_ => DataSource(connectionString));
        services.AddPooledDbContextFactory<RunBackCareDb>((provider, options) => options.UseRunBackCare(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<SchemaCheck>();
        return services;
    }

    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        return builder.Build();
    }

    public static DbContextOptionsBuilder UseRunBackCare(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) => options
        .UseNpgsql(dataSource, npgsql => npgsql.UseNodaTime().SetPostgresVersion(OldestPostgres))
        .UseSnakeCaseNamingConvention();

    /// <summary>What queries and migrations may rely on.</summary>
    public static Version OldestPostgres { get; } = new(15, 0);
}
