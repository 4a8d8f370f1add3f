using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Policing.Ethics.AspNetCore;

/// <summary>Puts endpoints behind the gate.</summary>
/// <remarks>
/// Each answers 403 with the code <c>purpose-required</c> where the token does not say who acts or the header <c>Policing-Access</c> not why, 403 <c>not-permitted</c>, or 503
/// <c>unavailable</c>, as a problem of RFC 9457 with the id of the audit entry. Authenticate the request before: an identity that was not validated counts for nothing.
/// </remarks>
public static class EthicsAspNetCoreExtensions
{
    /// <summary>Makes contexts from requests, and offers that of the request being answered as <see cref="IAccessContextAccessor"/>.</summary>
    /// <remarks>With <c>app.UseExceptionHandler()</c> refusals in endpoints that have none of the filters are answered alike.</remarks>
    /// <param name="builder">What <c>AddPolicingEthics</c> gave.</param>
    /// <param name="configure">Says how contexts are made.</param>
    public static EthicsBuilder AddAspNetCore(this EthicsBuilder builder, Action<EthicsHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<EthicsHttpOptions>();
        if (configure is not null) builder.Services.Configure(configure);
        builder.Services.TryAddSingleton<AccessContextSource>();
        builder.Services.TryAddSingleton<AmbientAccessContext>();
        builder.Services.TryAddSingleton<IAccessContextAccessor>(provider => provider.GetRequiredService<AmbientAccessContext>());
        builder.Services.AddExceptionHandler<RefusalExceptionHandler>();
        return builder;
    }

    /// <summary>Lets no request without a complete context pass. What is done with it decides the endpoint's own code, with <see cref="AccessGate.For"/>.</summary>
    public static TBuilder RequirePurpose<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(new PurposeFilter());

    /// <summary>Decides before the endpoint runs.</summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="operation">What the endpoint does.</param>
    /// <param name="recordType">The type of the records.</param>
    /// <param name="describe">Says more of a request, such as its recipient.</param>
    public static TBuilder RequireAccess<TBuilder>(
        this TBuilder builder, AccessOperation operation, string recordType, Func<HttpContext, AccessRequest, AccessRequest>? describe = null)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(new AccessFilter(Describer(operation, recordType, describe)));

    /// <summary>
    /// Decides on the record that the endpoint returns, and answers with the copy that may be handed over. Where it is refused the answer is that of a
    /// record that is not there: 404 <c>not-available</c>. The endpoint returns a <see cref="DataModel.PoliceRecord"/>, or null.
    /// </summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="operation">What the endpoint does.</param>
    /// <param name="recordType">The type of the records, for where there is none.</param>
    /// <param name="describe">Says more of a request, such as its recipient.</param>
    public static TBuilder ReleaseRecord<TBuilder>(
        this TBuilder builder, AccessOperation operation, string recordType, Func<HttpContext, AccessRequest, AccessRequest>? describe = null)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(new ReleaseFilter(Describer(operation, recordType, describe)));

    /// <summary>The context of the request; null where none of the above stands before the endpoint.</summary>
    public static AccessContext? GetAccessContext(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return PurposeFilter.ContextOf(http);
    }

    /// <summary>The member <c>ref</c> of the header: what the host keeps the words of justification under; null where there is none.</summary>
    public static string? GetAccessReference(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return AccessHeader.Reference(AccessContextSource.Header(http));
    }

    private static Func<HttpContext, AccessRequest> Describer(AccessOperation operation, string recordType, Func<HttpContext, AccessRequest, AccessRequest>? describe)
    {
        ArgumentException.ThrowIfNullOrEmpty(recordType);
        AccessRequest request = new() { Operation = operation, RecordType = recordType };
        return http => describe is null ? request : describe(http, request);
    }
}
