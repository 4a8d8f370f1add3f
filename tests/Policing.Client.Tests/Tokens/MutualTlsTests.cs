using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;

namespace Policing.Client.Tests.Tokens;

/// <summary>Mutual TLS over real connections: the certificate, the token that is bound to it, and a new certificate while the program runs.</summary>
public sealed class MutualTlsTests : IAsyncLifetime
{
    private readonly X509Certificate2 _root = Root();
    private X509Certificate2 _server = null!;
    private TlsPartner _partner = null!;

    public async ValueTask InitializeAsync()
    {
        _server = Issued("localhost", isServer: true);
        _partner = await TlsPartner.StartAsync(_server, _root, Bench.Ending);
    }

    public async ValueTask DisposeAsync()
    {
        await _partner.DisposeAsync();
        _server.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task A_call_has_the_certificate_and_a_token_that_is_bound_to_it()
    {
        using X509Certificate2 certificate = Issued("client-1");
        await using ServiceProvider services = Services(() => certificate);
        RecordAnswer<Person> answer = await GetAsync(services);
        Assert.Equal(Bench.IdOf(1), answer.Record.Id);
        Assert.Equal([TlsPartner.Thumbprint(certificate)], _partner.Calls);
    }

    [Fact]
    public async Task A_client_without_a_host_has_it_too()
    {
        using X509Certificate2 certificate = Issued("client-1");
        PolicingClientOptions options = new();
        Configure(options, () => certificate);
        using PolicingClient client = PolicingClient.Create(options);
        await client.For(Bench.Context()).Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal([TlsPartner.Thumbprint(certificate)], _partner.Calls);
    }

    [Fact]
    public async Task A_new_certificate_gets_connections_and_tokens_of_its_own_at_once()
    {
        using X509Certificate2 first = Issued("client-1");
        using X509Certificate2 second = Issued("client-1");
        X509Certificate2 now = first;
        await using ServiceProvider services = Services(() => now);
        await GetAsync(services);
        now = second;
        await GetAsync(services);
        await GetAsync(services);
        Assert.Equal([TlsPartner.Thumbprint(first), TlsPartner.Thumbprint(second), TlsPartner.Thumbprint(second)], _partner.Calls);
    }

    [Fact]
    public async Task What_is_under_way_with_the_old_certificate_goes_on()
    {
        using X509Certificate2 first = Issued("client-1");
        using X509Certificate2 second = Issued("client-1");
        X509Certificate2 now = first;
        await using ServiceProvider services = Services(() => now);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _partner.Gate = gate;
        Task<RecordAnswer<Person>> slow = GetAsync(services);
        await _partner.AtGate.Task.WaitAsync(Bench.Ending);
        _partner.Gate = null;
        now = second;
        await GetAsync(services);
        gate.SetResult();
        Assert.Equal(Bench.IdOf(1), (await slow).Record.Id);
        Assert.Equal([TlsPartner.Thumbprint(first), TlsPartner.Thumbprint(second)], _partner.Calls);
    }

    [Fact]
    public async Task The_same_certificate_read_anew_keeps_the_connections()
    {
        using X509Certificate2 certificate = Issued("client-1");
        byte[] file = certificate.Export(X509ContentType.Pkcs12);
        List<X509Certificate2> read = [];
        await using ServiceProvider services = Services(() =>
        {
            read.Add(X509CertificateLoader.LoadPkcs12(file, null));
            return read[^1];
        });
        for (int i = 0; i < 3; i++) await GetAsync(services);
        Assert.Equal(3, _partner.Calls.Count(TlsPartner.Thumbprint(certificate).Equals));
        foreach (X509Certificate2 one in read) one.Dispose();
    }

    [Fact]
    public async Task Without_a_certificate_nothing_is_had()
    {
        await using ServiceProvider services = Services(static () => null);
        PartnerException refused = await Assert.ThrowsAsync<PartnerException>(() => GetAsync(services));
        Assert.Contains(refused.Problem.Failure, new[] { PartnerFailure.Unreachable, PartnerFailure.Untrusted });
        Assert.Empty(_partner.Calls);
    }

    [Fact]
    public async Task A_partner_whose_certificate_is_not_trusted_is_sent_nothing()
    {
        using X509Certificate2 certificate = Issued("client-1");
        PolicingClientOptions options = new();
        Configure(options, () => certificate);
        options.ConfigureConnections = null;
        options.AccessToken = static (_, _) => new("token");
        options.Tokens.Endpoint = null;
        using PolicingClient client = PolicingClient.Create(options);
        PartnerResult<RecordAnswer<Person>> result = await client.For(Bench.Context()).Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(PartnerFailure.Untrusted, result.Failure);
        Assert.Empty(_partner.Calls);
    }

    private static Task<RecordAnswer<Person>> GetAsync(ServiceProvider services) =>
        services.GetRequiredService<PolicingClient>().For(Bench.Context()).Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);

    private ServiceProvider Services(Func<X509Certificate2?> certificate)
    {
        ServiceCollection services = new();
        services.AddPolicingClient(options => Configure(options, certificate));
        return services.BuildServiceProvider();
    }

    private void Configure(PolicingClientOptions options, Func<X509Certificate2?> certificate)
    {
        options.BaseAddress = _partner.Address;
        options.Tokens.Endpoint = new Uri(_partner.Address, "token");
        options.Tokens.ClientId = "client-1";
        options.ClientCertificate = certificate;
        options.ConfigureConnections = connections => connections.SslOptions.CertificateChainPolicy = TlsPartner.TrustOf(_root);
    }

    private static X509Certificate2 Root()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=root of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return Loadable(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2)));
    }

    private X509Certificate2 Issued(string name, bool isServer = false)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(isServer ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2")], critical: false));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 issued = request.Create(_root, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(16));
        return Loadable(issued.CopyWithPrivateKey(key));
    }

    // A key that belongs to the certificate alone; what was made beside it is ended with its maker.
    private static X509Certificate2 Loadable(X509Certificate2 made)
    {
        using (made) return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
