using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Policing.Ethics;
using Policing.Ethics.AspNetCore;

namespace Policing.PartnerHost;

/// <summary>Puts the partner API before a store of records.</summary>
public static class PartnerHostExtensions
{
    /// <summary>
    /// Registers the partner API over the gate of Policing.Ethics. An <see cref="IPartnerStore"/> and an <see cref="IDisclosureRegister"/> must be registered; what is missing
    /// or wrong stops the host from starting.
    /// </summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> gave.</param>
    /// <param name="configure">Sets what has no safe default.</param>
    /// <param name="http">Says how contexts are made of requests.</param>
    public static EthicsBuilder AddPartnerHost(this EthicsBuilder builder, Action<PartnerHostOptions> configure, Action<EthicsHttpOptions>? http = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.AddAspNetCore(http).Services;
        services.AddOptions<PartnerHostOptions>().Configure(configure).PostConfigure<IHostEnvironment>(GiveDevelopmentKey).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PartnerHostOptions>, PartnerHostOptionsCheck>());
        services.TryAddSingleton<PartnerParts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PartnerHostStart>());
        return builder;
    }

    /// <summary>Keeps records and disclosures in memory: for tests and for trying things out.</summary>
    public static EthicsBuilder UseInMemoryStore(this EthicsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<InMemoryPartnerStore>();
        builder.Services.TryAddSingleton<IPartnerStore>(static provider => provider.GetRequiredService<InMemoryPartnerStore>());
        builder.Services.TryAddSingleton<IDisclosureRegister>(static provider => provider.GetRequiredService<InMemoryPartnerStore>());
        return builder;
    }

    /// <summary>
    /// Maps every call of the contract, schemas/openapi/partner-api.v1.json, below <c>/v1</c>. Authenticate the request before: an identity that was not validated counts
    /// for nothing, and a call without one is answered 401.
    /// </summary>
    /// <returns>The group, for what the host adds: limits on calls without a token, host names, required certificates.</returns>
    public static RouteGroupBuilder MapPolicingPartnerApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return PartnerRoutes.Map(endpoints, endpoints.ServiceProvider.GetRequiredService<PartnerParts>());
    }

    private static void GiveDevelopmentKey(PartnerHostOptions options, IHostEnvironment environment)
    {
        if (options.CursorKey.IsEmpty && environment.IsDevelopment()) options.CursorKey = RandomNumberGenerator.GetBytes(32);
    }
}
