using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Policing.DataModel;
using Policing.Ethics;
using Policing.Testing;

namespace Policing.Client.Tests.Registration;

public class RegistrationTests
{
    [Fact]
    public async Task A_host_with_faulty_options_does_not_start_and_says_all_that_is_to_be_done()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPolicingClient(static options =>
        {
            options.BaseAddress = new Uri("http://partner.example/");
            options.MaxAttempts = 0;
            options.Budget = TimeSpan.FromHours(1);
        });
        using IHost host = builder.Build();
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Bench.Ending));
        Assert.Contains("BaseAddress must be an absolute address of https", exception.Message, StringComparison.Ordinal);
        Assert.Contains("set Tokens.Endpoint, or AccessToken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("set Tokens.Key for private_key_jwt, or ClientCertificate", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AllowBearerTokens", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxAttempts", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Budget", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:secret@partner.example/")]
    [InlineData("https://partner.example/?a=b")]
    [InlineData("https://partner.example/#a")]
    [InlineData("ftp://partner.example/")]
    [InlineData("relative")]
    public void Addresses_that_are_not_safe_are_refused_and_not_repeated(string address)
    {
        PolicingClientOptions options = Bench.Options();
        options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => PolicingClient.Create(options));
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_partners_have_two_clients_and_handlers_of_the_caller_see_each_call_once()
    {
        using ScriptedPartner first = new();
        using ScriptedPartner second = new();
        first.Hold(Bench.PersonOf(1)).Then(PartnerFault.Unavailable(TimeSpan.FromMilliseconds(1)), PartnerFault.LostAnswer);
        int seen = 0;
        ServiceCollection services = new();
        services.AddPolicingClient("first", Configure).UseScriptedPartner(first).AddHttpMessageHandler(() => new Counting(() => seen++));
        services.AddPolicingClient("second", Configure).UseScriptedPartner(second);
        services.AddPolicingClient(Configure).UseScriptedPartner(second);
        await using ServiceProvider provider = services.BuildServiceProvider();
        PolicingClient client = provider.GetRequiredKeyedService<PolicingClient>("first");
        Assert.True((await client.For(Bench.Context()).Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).IsSuccess);
        Assert.Equal(1, seen);
        Assert.Equal(3, first.Requests.Count);
        Assert.NotSame(client, provider.GetRequiredKeyedService<PolicingClient>("second"));
        Assert.Same(provider.GetRequiredService<PolicingClient>(), provider.GetRequiredKeyedService<PolicingClient>(PolicingClientServices.DefaultName));
        Assert.Empty(second.Requests);
    }

    [Fact]
    public async Task A_policy_decides_once_for_a_call_before_it_is_sent_and_writes_it_down()
    {
        using ScriptedPartner partner = new();
        partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.Unavailable(TimeSpan.FromMilliseconds(1)));
        InMemoryAuditLog log = new();
        ServiceCollection services = new();
        services.AddLogging().AddSingleton<IAuditLog>(log);
        services.AddPolicingEthics(static options => options.UseBaseline = false).AddPolicySet(PolicySet.Create("force", "1",
        [
            new() { Id = "read", Effect = RuleEffect.Permit, Reason = "A rule of the test", Target = new() { Operations = [AccessOperation.Consultation], RecordTypes = ["person"] } },
        ]));
        services.AddPolicingClient(Configure).UseScriptedPartner(partner).AddEthicsHandler();
        await using ServiceProvider provider = services.BuildServiceProvider();
        PolicingClient client = provider.GetRequiredService<PolicingClient>();
        RecordCalls records = client.For(Bench.Context()).Records;
        Assert.True((await records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).IsSuccess);
        Assert.Single(log.Entries);
        Assert.Equal(2, partner.Requests.Count);
        await Assert.ThrowsAsync<AccessRefusedException>(() => records.TryCreateAsync(Bench.PersonOf(2), Bench.Ending));
        await Assert.ThrowsAsync<AccessRefusedException>(() => records.TryGetAsync<Vehicle>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(3, log.Entries.Count);
        Assert.Equal(2, partner.Requests.Count);
        Assert.True((await client.GetCapabilitiesAsync(Bench.Ending)).IsTest);
        Assert.Equal(3, log.Entries.Count);
    }

    [Fact]
    public void Connections_are_made_with_safe_settings()
    {
        using SocketsHttpHandler handler = SafeTransport.Create(new ClientSettings(Bench.Options(), TimeProvider.System), certificate: null);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Equal(System.Net.DecompressionMethods.None, handler.AutomaticDecompression);
    }

    [Fact]
    public void What_is_set_of_connections_does_not_make_them_unsafe()
    {
        PolicingClientOptions options = Bench.Options();
        options.ConfigureConnections = static connections => (connections.AllowAutoRedirect, connections.UseCookies, connections.UseProxy) = (true, true, false);
        using SocketsHttpHandler handler = SafeTransport.Create(new ClientSettings(options, TimeProvider.System), certificate: null);
        Assert.Equal((false, false, false), (handler.AllowAutoRedirect, handler.UseCookies, handler.UseProxy));
        options.ConfigureConnections = static connections => connections.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => SafeTransport.Create(new ClientSettings(options, TimeProvider.System), certificate: null));
        Assert.Contains("CertificateChainPolicy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_that_somebody_brings_are_made_safe()
    {
        ServiceCollection services = new();
        SocketsHttpHandler theirs = new();
        services.AddPolicingClient(Configure).ConfigurePrimaryHttpMessageHandler(() => theirs);
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<PolicingClient>();
        Assert.False(theirs.AllowAutoRedirect);
        Assert.False(theirs.UseCookies);
    }

    private static void Configure(PolicingClientOptions options)
    {
        options.BaseAddress = ScriptedPartner.Address;
        options.AllowBearerTokens = true;
        options.Tokens.Endpoint = ScriptedPartner.TokenEndpoint;
        options.Tokens.Issuer = "https://identity.partner.example/";
        options.Tokens.ClientId = "client-1";
        options.Tokens.Key = static () => Keys.First;
    }

    private sealed class Counting(Action seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
