using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using Policing.Samples.Partner.Start;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// The keys of the sample's clients and of its own TLS, each a PEM file with a P-256 key and a self-signed certificate, made at the first start, owner's alone. They stand in for what a force
/// would have registered: in production a client makes its own key and hands over the public half only.
/// </summary>
internal sealed class ClientKeys(string folder) : IDisposable
{
    /// <summary>The server's key and certificate.</summary>
    public const string ServerName = "server";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(5 * 365);

    private static readonly Oid s_serverUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid s_clientUse = new("1.3.6.1.5.5.7.3.2");

    private readonly Dictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = OwnFile.Folder(folder);

    /// <summary>The file of a client.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name + ".pem");

    /// <summary>The file with the server's certificate alone, for those who are to trust it.</summary>
    public string TrustPath => Path.Combine(Folder, "server-certificate.pem");

    /// <summary>Key and certificate, made where they are not there yet. They stay this object's.</summary>
    /// <exception cref="StartException">The file has no key and certificate.</exception>
    public X509Certificate2 Of(string name)
    {
        lock (_certificates)
        {
            if (_certificates.TryGetValue(name, out X509Certificate2? known)) return known;
            if (!File.Exists(PathOf(name))) Make(name);
            return _certificates[name] = Read(PathOf(name));
        }
    }

    /// <summary>The public half, as it is registered with the issuer.</summary>
    public JsonWebKeySet PublicKeysOf(string name)
    {
        X509Certificate2 certificate = Of(name);
        using ECDsa key = certificate.GetECDsaPublicKey()!;
        JsonWebKey registered = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key) { KeyId = name });
        registered.Use = JsonWebKeyUseNames.Sig;
        registered.X5c.Add(Convert.ToBase64String(certificate.RawDataMemory.Span));
        return new JsonWebKeySet { Keys = { registered } };
    }

    public void Dispose()
    {
        foreach (X509Certificate2 certificate in _certificates.Values) certificate.Dispose();
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
        catch (CryptographicException)
        {
            throw new StartException($"{Path.GetFileName(path)} in the folder of keys has not both a private key and its certificate: delete it, and the next start makes another.");
        }
    }

    private void Make(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        bool isServer = name == ServerName;
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([isServer ? s_serverUse : s_clientUse], critical: false));
        if (isServer)
        {
            SubjectAlternativeNameBuilder names = new();
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
        }
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddHours(-1), now + s_lifetime);
        if (isServer) OwnFile.Write(TrustPath, certificate.ExportCertificatePem());
        OwnFile.Write(PathOf(name), $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n");
    }
}
