using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Policing.DataModel.Json;

namespace Policing.Client.Tests.Tokens;

/// <summary>A partner behind mutual TLS on loopback: its tokens are bound to the certificate of the connection that asked, and good on connections with that one only.</summary>
internal sealed class TlsPartner : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsPartner(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/");

    /// <summary>The thumbprints that calls came with, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>While it is set, answers wait for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Ends when a call waits at the gate.</summary>
    public TaskCompletionSource AtGate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<TlsPartner> StartAsync(X509Certificate2 server, X509Certificate2 root, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = server;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (certificate, _, _) => IsOfRoot(certificate, root);
            });
        }));
        WebApplication app = builder.Build();
        TlsPartner partner = new(app);
        app.MapPost("/token", static http => http.Response.WriteAsync($$"""{"access_token":"{{TokenOf(Thumbprint(http))}}","token_type":"Bearer","expires_in":3600}"""));
        app.MapGet("/v1/records/person/{id}", partner.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return partner;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static string Thumbprint(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));

    private async Task AnswerAsync(HttpContext http)
    {
        string thumbprint = Thumbprint(http);
        Calls.Enqueue(thumbprint);
        if (http.Request.Headers.Authorization != "Bearer " + TokenOf(thumbprint))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (Gate is { } gate)
        {
            AtGate.TrySetResult();
            await gate.Task.WaitAsync(http.RequestAborted);
        }
        http.Response.ContentType = "application/json";
        http.Response.Headers.ETag = "\"1\"";
        await http.Response.Body.WriteAsync(PoliceJson.Write(Bench.PersonOf(1)), http.RequestAborted);
    }

    private static bool IsOfRoot(X509Certificate2 certificate, X509Certificate2 root)
    {
        using X509Chain chain = new() { ChainPolicy = TrustOf(root) };
        return chain.Build(certificate);
    }

    /// <summary>Trust in one root.</summary>
    public static X509ChainPolicy TrustOf(X509Certificate2 root)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root);
        return policy;
    }

    private static string Thumbprint(HttpContext http) => Thumbprint(http.Connection.ClientCertificate!);

    private static string TokenOf(string thumbprint) =>
        "e30." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$$"""{"cnf":{"x5t#S256":"{{{thumbprint}}}"}}""")) + ".c2lnbmF0dXJl";
}
