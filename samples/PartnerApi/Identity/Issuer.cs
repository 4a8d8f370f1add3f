using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// An issuer of access tokens inside the sample, for trying things out: client credentials with a secret that is made at each start. In production the issuer is the
/// force's own, clients prove themselves with keys or certificates, and tokens are bound to the certificate (docs/partner-host.md).
/// </summary>
internal static class Issuer
{
    private const string Tenant = "sample";

    private static readonly string[] s_scopes =
        ["capabilities.read", "records.read", "records.write", "records.history", "records.search", "bundles.submit", "changes.read", "audit.verify"];

    public static void AddIssuer(this IServiceCollection services)
    {
        // Kept open for the life of the process: a database in memory ends with its last connection.
        SqliteConnection memory = new($"Data Source=issuer-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
        memory.Open();
        services.AddSingleton(memory);
        services.AddDbContext<IdentityContext>(options => options.UseSqlite(memory.ConnectionString).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityContext>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("/token").AllowClientCredentialsFlow().RegisterScopes(s_scopes).SetAccessTokenLifetime(TimeSpan.FromHours(1));
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
                // On loopback only: Program refuses other addresses.
                server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
            });
        services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    }

    public static async Task RegisterAsync(IServiceProvider services, IEnumerable<TestClient> clients, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityContext>().Database.EnsureCreatedAsync(cancellationToken);
        IOpenIddictApplicationManager applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (TestClient client in clients)
        {
            OpenIddictApplicationDescriptor descriptor = new() { ClientId = client.Id, ClientSecret = client.Secret, ClientType = ClientTypes.Confidential };
            descriptor.Permissions.UnionWith([Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, .. s_scopes.Select(name => Permissions.Prefixes.Scope + name)]);
            await applications.CreateAsync(descriptor, cancellationToken);
        }
    }

    public static void MapIssuer(this WebApplication app, IReadOnlyList<TestClient> clients) => app.MapPost("/token", (HttpContext http) =>
    {
        OpenIddictRequest request = http.GetOpenIddictServerRequest()!;
        TestClient client = clients.First(candidate => candidate.Id == request.ClientId);
        ClaimsIdentity identity = new(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, client.Id).SetClaim(Claims.ClientId, client.Id).SetClaim("agency", client.Agency).SetClaim("tenant", Tenant);
        foreach (string role in client.Roles) identity.AddClaim("roles", role);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    });
}
