using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Tokens;

public class TokenTests
{
    [Fact]
    public async Task A_token_is_asked_for_once_and_used_while_it_is_fresh()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending)));
        Assert.Equal(1, bench.Partner.TokensIssued);
        bench.Clock.Advance(TimeSpan.FromMinutes(9.4));
        await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(1, bench.Partner.TokensIssued);
        bench.Clock.Advance(TimeSpan.FromMinutes(0.2));
        await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(2, bench.Partner.TokensIssued);
    }

    [Fact]
    public async Task A_token_that_the_partner_no_longer_takes_is_replaced_once()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1));
        await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        bench.Partner.RevokeTokens();
        await bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(2, bench.Partner.TokensIssued);
        Assert.Equal(3, bench.Partner.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(-200)]
    public async Task A_clock_that_is_wrong_by_minutes_does_no_harm(int seconds)
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).ClockAhead = TimeSpan.FromSeconds(seconds);
        Assert.True((await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).IsSuccess);
        Assert.Equal(seconds == 0 ? 1 : 2, bench.Partner.Assertions.Count);
    }

    [Fact]
    public async Task A_key_can_be_replaced_while_the_program_runs()
    {
        int asked = 0;
        using Bench bench = new(options => options.Tokens.Key = () => asked++ == 0 ? Keys.First : Keys.Second);
        bench.Partner.Hold(Bench.PersonOf(1)).OnlyKey = "key-2";
        Assert.True((await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).IsSuccess);
        Assert.Equal(2, bench.Partner.Assertions.Count);
        Assert.Equal(2, bench.Partner.Assertions.Select(static assertion => assertion.Split('.')[1]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_client_that_is_refused_is_told_so_and_asks_no_further()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).OnlyKey = "another";
        PartnerResult<RecordAnswer<Person>> result = await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(PartnerFailure.Unauthenticated, result.Failure);
        Assert.Equal(2, bench.Partner.Assertions.Count);
        Assert.Empty(bench.Partner.Requests);
    }

    [Fact]
    public async Task An_identity_server_that_is_down_is_asked_no_oftener_than_a_partner()
    {
        VirtualClock clock = new();
        using Down transport = new();
        using PolicingClient client = PolicingClient.Create(Bench.Options(), transport, clock);
        DateTimeOffset begun = clock.GetUtcNow();
        Task<PartnerResult<RecordAnswer<Person>>> call = client.For(Bench.Context()).Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        await clock.PassUntilAsync(call, Bench.Ending);
        PartnerResult<RecordAnswer<Person>> result = await call;
        Assert.Equal((PartnerFailure.Unreachable, 0), (result.Failure, result.Problem!.Attempts));
        Assert.Equal(Bench.Options().MaxAttempts, transport.Asked);
        Assert.True(clock.GetUtcNow() - begun <= Bench.Options().Budget, "The call outlived its budget.");
    }

    private sealed class Down : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
    }

    [Fact]
    public async Task Each_officer_has_his_own_token_and_the_system_has_one_too()
    {
        using Bench bench = new(static options => options.Tokens.OnBehalfOf = static (context, _) => ValueTask.FromResult(new SubjectToken("token-of-" + context.Actor.Person)));
        bench.Partner.Hold(Bench.PersonOf(1));
        foreach (string? officer in new[] { "a", "b", null, "a" })
            await bench.Client.For(Bench.Context(officer)).Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending);
        Assert.Equal(["token-of-a", "token-of-b", "client-1", "token-of-a"], bench.Partner.Requests.Select(static seen => seen.Subject));
        Assert.Equal(3, bench.Partner.TokensIssued);
    }

    [Fact]
    public async Task Who_cancels_leaves_and_who_waits_gets_the_token()
    {
        TaskCompletionSource<AccessToken> arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TokenCache cache = new(TimeProvider.System);
        TokenKey key = new("i", "c", "", "", "", "", "");
        using CancellationTokenSource impatient = new();
        CancellationToken seen = default;
        int asked = 0;
        Task<AccessToken> Ask(CancellationToken ending)
        {
            asked++;
            seen = ending;
            return arrival.Task.WaitAsync(ending);
        }

        Task<AccessToken> first = cache.GetAsync(key, Ask, impatient.Token).AsTask();
        Task<AccessToken> second = cache.GetAsync(key, Ask, Bench.Ending).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(seen.IsCancellationRequested);
        arrival.SetResult(new AccessToken("t", DateTimeOffset.MaxValue));
        Assert.Equal("t", (await second).Header.Parameter);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task When_all_have_left_the_request_ends()
    {
        TaskCompletionSource ended = new();
        TokenCache cache = new(TimeProvider.System);
        using CancellationTokenSource impatient = new();
        Task<AccessToken> waiting = cache.GetAsync(new("i", "c", "", "", "", "", ""), async ending =>
        {
            using CancellationTokenRegistration registration = ending.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, ending);
            return null!;
        }, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), Bench.Ending);
    }

    [Fact]
    public async Task A_token_that_says_that_it_is_anothers_is_not_used()
    {
        using X509Certificate2 certificate = Certificate();
        string mine = CertificateBinding.Thumbprint(certificate);
        Assert.Equal(43, mine.Length);
        Assert.Equal(mine, CertificateBinding.Of(Jwt($$$"""{"cnf":{"x5t#S256":"{{{mine}}}"}}""")));
        Assert.Equal("", CertificateBinding.Of(Jwt("""{"sub":"x"}""")));
        Assert.Null(CertificateBinding.Of("opaque"));
        Assert.Null(CertificateBinding.Of("a.b%.c"));
        foreach ((string token, PartnerFailure failure) in new[]
        {
            (Jwt($$$"""{"cnf":{"x5t#S256":"{{{mine}}}"}}"""), PartnerFailure.None),
            (Jwt("""{"cnf":{"x5t#S256":"another"}}"""), PartnerFailure.Untrusted),
            (Jwt("""{"sub":"x"}"""), PartnerFailure.Untrusted),
            ("opaque", PartnerFailure.None),
            ("two words", PartnerFailure.Untrusted),
        })
        {
            PolicingClientOptions options = Bench.Options();
            options.AllowBearerTokens = false;
            options.ClientCertificate = () => certificate;
            using PolicingClient client = PolicingClient.Create(options, new OneToken(token));
            Assert.Equal(failure, (await client.For(Bench.Context()).Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).Failure is PartnerFailure.NotAvailable ? PartnerFailure.None : (await client.For(Bench.Context()).Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).Failure);
        }
    }

    [Fact]
    public void Weak_keys_are_refused()
    {
        using RSA small = RSA.Create(1024);
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>(() => ClientKey.Of(small, "k"));
        Assert.Throws<ArgumentException>(() => ClientKey.Of(other, "k"));
    }

    private static string Jwt(string payload) => "e30." + Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_') + ".c2ln";

    private static X509Certificate2 Certificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=client-1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private sealed class OneToken(string token) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri == ScriptedPartner.TokenEndpoint
                ? new HttpResponseMessage { Content = new StringContent(string.Create(CultureInfo.InvariantCulture, $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":600}"""), Encoding.UTF8, "application/json") }
                : new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
    }
}
