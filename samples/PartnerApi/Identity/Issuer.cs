using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// An issuer of access tokens inside the sample, for trying things out. Clients prove themselves with a key (<c>private_key_jwt</c>, RFC 7523) or, under mutual TLS, with their certificate too (RFC 8705);
/// there are no secrets. Tokens of trusted forces are exchanged for its own (RFC 8693). In production the issuer is the force's own.
/// </summary>
internal static class Issuer
{
    /// <summary>What its tokens are for.</summary>
    public const string Audience = "partner-api";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(1);

    private static readonly string[] s_scopes =
        ["capabilities.read", "records.read", "records.write", "records.history", "records.search", "bundles.submit", "changes.read", "audit.verify"];

    public static void AddIssuer(this IServiceCollection services, IssuerSettings settings, IReadOnlyList<TestClient> clients, IReadOnlyList<HomeForce> forces)
    {
        // Kept open for the life of the process: a database in memory ends with its last connection.
        SqliteConnection memory = new($"Data Source=issuer-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
        memory.Open();
        services.AddSingleton(memory);
        services.AddSingleton(settings).AddSingleton(clients).AddSingleton(forces).AddSingleton<HomeKeys>();
        services.AddDbContext<IdentityContext>(options => options.UseSqlite(memory.ConnectionString).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core => core.ReplaceApplicationManager(typeof(ClientRegistry<>)).UseEntityFrameworkCore().UseDbContext<IdentityContext>())
            .AddServer(server => Configure(server, settings))
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.AddAudiences(Audience);
                validation.UseAspNetCore();
            });
        // Secrets are no way in, and the discovery document does not offer them.
        services.PostConfigure<OpenIddictServerOptions>(static options =>
        {
            options.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.ClientSecretBasic);
            options.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.ClientSecretPost);
        });
        services.PostConfigure<LoggerFilterOptions>(KeepTokensOutOfLogs);
        services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    }

    // At its finest level OpenIddict writes whole tokens, and whose they are; no setting of levels may bring that into a log.
    private static void KeepTokensOutOfLogs(LoggerFilterOptions options)
    {
        const string Category = "OpenIddict";
        for (int place = 0; place < options.Rules.Count; place++)
        {
            LoggerFilterRule rule = options.Rules[place];
            if (rule.CategoryName?.StartsWith(Category, StringComparison.OrdinalIgnoreCase) == true && rule.LogLevel < LogLevel.Information)
                options.Rules[place] = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Information, rule.Filter);
        }
        options.Rules.Add(new LoggerFilterRule(null, Category, options.MinLevel > LogLevel.Information ? options.MinLevel : LogLevel.Information, null));
    }

    private static void Configure(OpenIddictServerBuilder server, IssuerSettings settings)
    {
        server.SetTokenEndpointUris("/token").AllowClientCredentialsFlow().AllowTokenExchangeFlow().RegisterScopes(s_scopes).SetAccessTokenLifetime(s_lifetime);
        // Nothing is revoked here: tokens are short, and end with the process.
        server.DisableTokenStorage().DisableAuthorizationStorage();
        server.AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256).AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).DisableAccessTokenEncryption();
        // Before the issuer asks of each call of the API which of its own endpoints it is for.
        server.AddEventHandler<ProcessRequestContext>(static handler => handler.SetOrder(int.MinValue).UseInlineHandler(LeaveToApi));
        server.AddEventHandler(SingleUse.Descriptor).AddEventHandler(HomeTokens.Descriptor);
        OpenIddictServerAspNetCoreBuilder host = server.UseAspNetCore().EnableTokenEndpointPassthrough();
        if (settings.IsMutualTls) server.EnableSelfSignedTlsClientAuthentication().UseClientCertificateBoundAccessTokens();
        // On loopback only: the sample listens nowhere else.
        else host.DisableTransportSecurityRequirement();
    }

    private static ValueTask LeaveToApi(ProcessRequestContext context)
    {
        if (context.Transaction.GetHttpRequest()?.Path.StartsWithSegments("/v1", StringComparison.Ordinal) == true) context.SkipRequest();
        return ValueTask.CompletedTask;
    }

    public static async Task RegisterAsync(IServiceProvider services, ClientKeys keys, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityContext>().Database.EnsureCreatedAsync(cancellationToken);
        IOpenIddictApplicationManager applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (TestClient client in services.GetRequiredService<IReadOnlyList<TestClient>>())
        {
            OpenIddictApplicationDescriptor descriptor = new() { ClientId = client.Id, ClientType = ClientTypes.Confidential, JsonWebKeySet = keys.PublicKeysOf(client.Id) };
            descriptor.Permissions.UnionWith(
            [
                Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.GrantTypes.TokenExchange, .. s_scopes.Select(name => Permissions.Prefixes.Scope + name),
            ]);
            await applications.CreateAsync(descriptor, cancellationToken);
        }
    }

    public static void MapIssuer(this WebApplication app) => app.MapPost("/token", async (HttpContext http, IReadOnlyList<TestClient> clients, IssuerSettings settings) =>
    {
        OpenIddictRequest request = http.GetOpenIddictServerRequest()!;
        // A token that nothing binds would be a bearer token, whatever the connection.
        if (settings.IsMutualTls && http.Connection.ClientCertificate is null) return Refused(Errors.InvalidRequest, "Tokens are bound to the certificate of the client: present it.");
        if (request.ActorToken is not null) return Refused(Errors.InvalidRequest, "There is no actor_token: the actor is the client that asks.");
        TestClient client = clients.First(candidate => candidate.Id == request.ClientId);
        ClaimsIdentity identity = new(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.ClientId, client.Id).SetClaim("agency", client.Agency).SetClaim("tenant", client.Tenant);
        foreach (string role in client.Roles) identity.AddClaim("roles", role);
        identity.SetScopes(request.GetScopes()).SetResources(Audience);
        if (request.IsTokenExchangeGrantType()) await ActForAsync(http, identity, client);
        else identity.SetClaim(Claims.Subject, client.Id);
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    });

    // RFC 8693 4.1: the subject is the officer, the actor the client that calls. Only what HomeTokens has made of the home force's token is taken over.
    private static async Task ActForAsync(HttpContext http, ClaimsIdentity identity, TestClient client)
    {
        ClaimsPrincipal officer = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        identity.SetClaim(Claims.Subject, officer.GetClaim(Claims.Subject));
        identity.SetClaim(HomeTokens.HomeIssuer, officer.GetClaim(HomeTokens.HomeIssuer)).SetClaim(HomeTokens.HomeAgency, officer.GetClaim(HomeTokens.HomeAgency));
        identity.SetClaim("act", JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["sub"] = client.Id }));
        // It does not outlive what it was given for.
        TimeSpan left = officer.GetExpirationDate()!.Value - TimeProvider.System.GetUtcNow();
        if (left < s_lifetime) identity.SetAccessTokenLifetime(left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1));
    }

    private static IResult Refused(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
