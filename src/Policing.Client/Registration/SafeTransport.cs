using System.Net;
using System.Security.Authentication;

namespace Policing.Client;

/// <summary>Connections with safe settings: no redirects, no cookies, TLS 1.2 or later, certificates checked as the system does.</summary>
internal static class SafeTransport
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private const int HeaderKilobytes = 16;

    public static SocketsHttpHandler Create(ClientSettings settings)
    {
        SocketsHttpHandler handler = new();
        Secure(handler, settings);
        return handler;
    }

    public static void Secure(SocketsHttpHandler handler, ClientSettings settings)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        // Decompressed by us, within the limit of an answer.
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.MaxResponseHeadersLength = HeaderKilobytes;
        // Addresses change, and certificates are renewed.
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.ConnectTimeout = settings.AttemptTimeout;
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (settings.ClientCertificate is { } certificate) handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate()!;
    }
}
