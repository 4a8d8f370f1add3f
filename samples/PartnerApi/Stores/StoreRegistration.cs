using Microsoft.EntityFrameworkCore;
using Npgsql;
using Policing.PartnerHost;
using Policing.Samples.Partner.Start;

namespace Policing.Samples.Partner.Stores;

/// <summary>Registers the stores of the sample.</summary>
internal static class StoreRegistration
{
    /// <summary>SQLite in a file, or PostgreSQL where a connection string is given.</summary>
    /// <exception cref="StartException">It is no connection string.</exception>
    public static void AddEfPartnerStore(this IServiceCollection services, string file, string? postgreSql)
    {
        if (postgreSql is null)
        {
            services.AddDbContextFactory<PartnerContext, OpenContexts>(options => options.UseSqlite($"Data Source={file};Pooling=True").AddInterceptors(new SqliteSettings()));
        }
        else
        {
            RequireConnection(postgreSql);
            services.AddPooledDbContextFactory<PartnerContext>(options => options.UseNpgsql(postgreSql));
        }
        services.AddSingleton<EfPartnerStore>();
        services.AddSingleton<IPartnerStore>(provider => provider.GetRequiredService<EfPartnerStore>());
        services.AddSingleton<IDisclosureRegister>(provider => provider.GetRequiredService<EfPartnerStore>());
    }

    // What the driver says of it could quote it, and there is a password in it.
    private static void RequireConnection(string postgreSql)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(postgreSql);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartException("ConnectionStrings:Partner is no connection string of PostgreSQL, such as Host=…;Database=…;Username=….");
        }
    }
}
