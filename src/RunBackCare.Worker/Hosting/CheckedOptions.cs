using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Hosting;

internal static class CheckedOptions
{
    /// <summary>Binds a section, checks it at start, and says which key holds a value of the wrong type.</summary>
    public static IServiceCollection AddChecked<TOptions, TCheck>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TCheck>();
        services.AddSingleton(SettingsSection.Of<TOptions>(section));
        services.AddOptions<TOptions>().Configure(options => Bind(configuration.GetSection(section), options)).ValidateOnStart();
        return services;
    }

    private static void Bind<TOptions>(IConfigurationSection section, TOptions options)
        where TOptions : class
    {
        try
        {
            section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException wrong)
        {
            // The binder names the key of a value it cannot convert, and the names it does not know.
            throw new OptionsValidationException(section.Path, typeof(TOptions), [$"{section.Path}: {wrong.Message}"]);
        }
    }
}
