using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Policing.Client;

/// <summary>Connections with safe settings: no redirects, no cookies, TLS 1.2 or later, certificates checked as the system does.</summary>
internal static class SafeTransport
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private const int HeaderKilobytes = 16;

    /// <summary>Connections with this certificate; null for none.</summary>
    public static SocketsHttpHandler Create(ClientSettings settings, X509Certificate2? certificate)
    {
        SocketsHttpHandler handler = new();
        settings.ConfigureConnections?.Invoke(handler);
        Secure(handler, settings);
        if (certificate is not null) handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        return handler;
    }

    /// <summary>What is safe, whatever was set before.</summary>
    /// <exception cref="InvalidOperationException">The check of the partner's certificate was replaced, and the partner is not on loopback.</exception>
    public static void Secure(SocketsHttpHandler handler, ClientSettings settings)
    {
        if (handler.SslOptions.RemoteCertificateValidationCallback is not null && !settings.IsLoopback)
            throw new InvalidOperationException("A callback in place of the check of the partner's certificate is for loopback only. For roots of your own set SslOptions.CertificateChainPolicy.");
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        // Decompressed by us, within the limit of an answer.
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.MaxResponseHeadersLength = HeaderKilobytes;
        // Addresses change.
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.ConnectTimeout = settings.AttemptTimeout;
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
    }
}
