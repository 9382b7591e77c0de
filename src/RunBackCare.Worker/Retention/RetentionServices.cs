namespace RunBackCare.Worker.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services.AddSingleton<ForgetWhatIsOver>();
}
