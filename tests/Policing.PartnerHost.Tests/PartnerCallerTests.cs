using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Policing.Ethics.AspNetCore;

namespace Policing.PartnerHost.Tests;

/// <summary>Who calls, from the token alone, and whether the token is the caller's own.</summary>
public sealed class PartnerCallerTests
{
    private static readonly PartnerHostOptions s_options = new();

    private static PartnerCaller? Read(string claims, IPAddress address, X509Certificate2? certificate = null, PartnerHostOptions? options = null, bool authenticated = true)
    {
        DefaultHttpContext http = new() { User = new ClaimsPrincipal(new ClaimsIdentity(claims.Split(';').Select(part => part.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1])), authenticated ? "test" : null)) };
        http.Connection.RemoteIpAddress = address;
        http.Connection.ClientCertificate = certificate;
        return PartnerCaller.Read(http, options ?? s_options, new EthicsHttpOptions());
    }

    [Fact]
    public void A_token_that_is_not_bound_counts_on_loopback_only()
    {
        const string claims = "client_id=c;tenant=t;scope=records.read records.write;exp=1800000000";
        IPAddress remote = IPAddress.Parse("192.0.2.7");
        PartnerCaller caller = Read(claims, IPAddress.IPv6Loopback)!;
        Assert.Equal(("t", "c", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)), (caller.Tenant, caller.Client, caller.Ends));
        Assert.Equal(["records.read", "records.write"], caller.Scopes.Order(StringComparer.Ordinal));
        Assert.Null(Read(claims, remote));
        Assert.NotNull(Read(claims, remote, options: new PartnerHostOptions { AllowBearerTokens = true }));
        Assert.Null(Read(claims, IPAddress.Loopback, authenticated: false));
    }

    [Fact]
    public void A_bound_token_needs_its_certificate_wherever_it_comes_from()
    {
        using X509Certificate2 own = New("own");
        using X509Certificate2 other = New("other");
        string thumbprint = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(own.RawData));
        string claims = $"client_id=c;tenant=t;cnf={{\"x5t#S256\":\"{thumbprint}\"}}";
        IPAddress remote = IPAddress.Parse("192.0.2.7");
        Assert.NotNull(Read(claims, remote, own));
        Assert.Null(Read(claims, remote, other));
        Assert.Null(Read(claims, IPAddress.Loopback));
        Assert.Null(Read(claims, remote, options: new PartnerHostOptions { AllowBearerTokens = true }));
        Assert.Null(Read("client_id=c;tenant=t;cnf={\"jkt\":\"x\"}", IPAddress.Loopback, own));
        Assert.Null(Read("client_id=c;tenant=t;cnf=nonsense", IPAddress.Loopback, own));
    }

    [Fact]
    public void The_actor_of_an_exchanged_token_is_the_client()
    {
        Assert.NotNull(Read("sub=officer;client_id=c;tenant=t;act={\"sub\":\"c\"}", IPAddress.Loopback));
        Assert.Null(Read("sub=officer;client_id=c;tenant=t;act={\"sub\":\"d\"}", IPAddress.Loopback));
        Assert.Null(Read("sub=officer;client_id=c;tenant=t;act={}", IPAddress.Loopback));
        Assert.Null(Read("sub=officer;client_id=c;client_id=d;tenant=t", IPAddress.Loopback));
        Assert.Null(Read("sub=officer;client_id=c;tenant=t;tenant=u", IPAddress.Loopback));
        Assert.Equal("only", Read("client_id=c", IPAddress.Loopback, options: new PartnerHostOptions { OnlyTenant = "only" })!.Tenant);
    }

    private static X509Certificate2 New(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
