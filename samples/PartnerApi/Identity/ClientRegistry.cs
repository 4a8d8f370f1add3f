using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// Judges the certificate of a client: it is one of those in its registered key set (<c>x5c</c>), byte for byte, and in time. Source: RFC 8705 2.2. OpenIddict's own check takes certificates with RSA
/// keys only.
/// </summary>
internal sealed class ClientRegistry<TApplication>(
    IOpenIddictApplicationCache<TApplication> cache, ILogger<ClientRegistry<TApplication>> logger, IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<TApplication> store,
    TimeProvider time)
    : OpenIddictApplicationManager<TApplication>(cache, logger, options, store)
    where TApplication : class
{
    public override async ValueTask<bool> ValidateSelfSignedTlsClientCertificateAsync(
        TApplication application, X509Certificate2 certificate, X509ChainPolicy policy, CancellationToken cancellationToken = default)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime()) return false;
        string presented = Convert.ToBase64String(certificate.RawDataMemory.Span);
        return await GetJsonWebKeySetAsync(application, cancellationToken) is { } registered
            && registered.Keys.Any(key => key.X5c is [{ } known] && string.Equals(known, presented, StringComparison.Ordinal));
    }
}
