using Microsoft.EntityFrameworkCore;
using Policing.PartnerHost;

namespace Policing.Samples.Partner.Stores;

/// <summary>Registers the stores of the sample.</summary>
internal static class StoreRegistration
{
    /// <summary>SQLite in a file, or PostgreSQL where a connection string is given.</summary>
    public static void AddEfPartnerStore(this IServiceCollection services, string file, string? postgreSql)
    {
        services.AddPooledDbContextFactory<PartnerContext>(options =>
        {
            if (postgreSql is not null) options.UseNpgsql(postgreSql);
            else options.UseSqlite($"Data Source={file};Pooling=True").AddInterceptors(new SqliteSettings());
        });
        services.AddSingleton<EfPartnerStore>();
        services.AddSingleton<IPartnerStore>(provider => provider.GetRequiredService<EfPartnerStore>());
        services.AddSingleton<IDisclosureRegister>(provider => provider.GetRequiredService<EfPartnerStore>());
    }
}
