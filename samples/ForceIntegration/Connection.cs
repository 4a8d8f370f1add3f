using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Policing.Client;

namespace Policing.Samples.Force;

/// <summary>One of our systems at the partner: its client, and the key that it proves itself with. Under mutual TLS its certificate goes with each connection, and tokens are bound to it.</summary>
internal sealed class Connection : IDisposable
{
    // The narrowest that do.
    private static readonly string[] s_scopes = ["capabilities.read", "records.read", "records.write", "records.search", "bundles.submit", "changes.read"];

    private readonly X509Certificate2 _certificate;
    private readonly PolicingClientOptions _options;
    private readonly string _keys;

    private Connection(Arguments arguments, string clientId, X509Certificate2 certificate)
    {
        (_certificate, _keys, ClientId) = (certificate, arguments.Keys, clientId);
        _options = OptionsOf(arguments.Server, clientId, certificate);
        Client = PolicingClient.Create(_options, Transport());
    }

    public string ClientId { get; }

    public PolicingClient Client { get; }

    public static Connection Open(Arguments arguments, string clientId)
    {
        string path = Path.Combine(arguments.Keys, clientId + ".pem");
        if (!File.Exists(path))
            throw new KeyException($"There is no {path}. samples/PartnerApi makes the keys at its first start and prints where they are: start it, or give that folder to --keys.");
        return new(arguments, clientId, Read(path));
    }

    /// <summary>The same with a fault of ours built in: a program that leaves the purpose out.</summary>
    public PolicingClient WithoutPurpose() => PolicingClient.Create(_options, new PurposeDropper { InnerHandler = Transport() });

    public void Dispose()
    {
        Client.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 Read(string path)
    {
        try
        {
            X509Certificate2 read = X509Certificate2.CreateFromPemFile(path);
            if (!OperatingSystem.IsWindows()) return read;
            // The TLS of Windows takes keys that were imported only.
            using (read) return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception e) when (e is CryptographicException or UnauthorizedAccessException)
        {
            throw new KeyException($"{path} cannot be read as a key with its certificate. Delete it, and samples/PartnerApi makes another at its next start.");
        }
    }

    private static PolicingClientOptions OptionsOf(Uri server, string clientId, X509Certificate2 certificate)
    {
        // Patient: server and client share this machine.
        PolicingClientOptions options = new() { BaseAddress = server, Budget = TimeSpan.FromMinutes(2), AttemptTimeout = TimeSpan.FromMinutes(1) };
        options.Tokens.Endpoint = new Uri(server, "/token");
        options.Tokens.Issuer = server.AbsoluteUri;      // exactly as the identity server writes it, with the final slash
        options.Tokens.ClientId = clientId;
        options.Tokens.Key = () => ClientKey.Of(certificate, clientId);
        foreach (string scope in s_scopes) options.Tokens.Scopes.Add(scope);
        if (server.Scheme == Uri.UriSchemeHttps) options.ClientCertificate = () => certificate;
        return options;
    }

    // The sample's server has a certificate that nobody but us knows; a partner's is known to the system, and PolicingClient.Create(options) is enough.
    private SocketsHttpHandler Transport()
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        if (_options.ClientCertificate is null) return handler;
        string trusted = Path.Combine(_keys, "server-certificate.pem");
        if (!File.Exists(trusted)) throw new KeyException($"There is no {trusted}: samples/PartnerApi makes it when it starts with --tls.");
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate;
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(trusted) },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }

    private sealed class PurposeDropper : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Policing-Access");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
