using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

public class PoliceUkServicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_comes_from_the_services_with_its_options()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[{\"id\":\"cleveland\"}]"));
        await using var services = new ServiceCollection()
            .AddPoliceUkClient(o => o with { BaseAddress = server.BaseAddress, UserAgent = "Host/2.0" }).Services.BuildServiceProvider();

        var answer = await services.GetRequiredService<PoliceUkClient>().GetForcesAsync(Token);

        Assert.Equal("cleveland", answer.Value[0].Id);
        Assert.Contains("User-Agent: Host/2.0\r\n", Assert.Single(server.Requests).Head, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: gzip, deflate, br", server.Requests[0].Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_clients_of_the_services_share_one_limiter_and_the_last_options_hold()
    {
        var time = new FakeTimeProvider();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddPoliceUkClient(o => o with { MaxAttempts = 2 }).Services
            .AddPoliceUkClient(o => o with { MaxAttempts = 3 }).Services.BuildServiceProvider();

        Assert.NotSame(services.GetRequiredService<PoliceUkClient>(), services.GetRequiredService<PoliceUkClient>());
        Assert.Single(services.GetServices<PoliceUkClient>());
        Assert.Same(services.GetRequiredService<PoliceUkLimiter>(), services.GetRequiredService<PoliceUkLimiter>());
        Assert.Equal((3, time), (services.GetRequiredService<PoliceUkOptions>().MaxAttempts, services.GetRequiredService<PoliceUkOptions>().Time));
    }

    [Fact]
    public async Task A_compressed_answer_is_read_and_its_limit_counts_what_comes_out()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes("[" + new string(' ', 1_000_000) + "]"), Token);
        await using var server = new SocketServer(SocketAnswer.Of(200, packed.ToArray(), "application/json", "Content-Encoding: gzip"));

        async Task<PoliceUkOutcome> AskAsync(int most)
        {
            await using var services = new ServiceCollection()
                .AddPoliceUkClient(o => o with { BaseAddress = server.BaseAddress, MaxAnswerBytes = most }).Services.BuildServiceProvider();
            return (await services.GetRequiredService<PoliceUkClient>().GetForcesAsync(Token)).Outcome;
        }

        Assert.Equal(PoliceUkOutcome.Answered, await AskAsync(1_000_002));
        Assert.Equal(PoliceUkOutcome.Unreadable, await AskAsync(1_000_001));
    }

    [Theory]
    [InlineData("http://localhost/api", "http://localhost/api/")]
    [InlineData("https://example.org", "https://example.org/")]
    public void A_base_address_ends_with_a_slash(string given, string kept) =>
        Assert.Equal(kept, new PoliceUkOptions { BaseAddress = new Uri(given) }.BaseAddress.AbsoluteUri);

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PoliceUkOptions { BaseAddress = new Uri("api", UriKind.Relative) });
        Assert.Throws<ArgumentException>(() => new PoliceUkOptions { BaseAddress = new Uri("https://example.org/?q") });
        Assert.Throws<ArgumentException>(() => new PoliceUkOptions { UserAgent = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoliceUkOptions { MaxAttempts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoliceUkOptions { MaxRetryTime = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoliceUkOptions { AttemptTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoliceUkOptions { MaxAnswerBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoliceUkOptions { MaxRequestsPerArea = 0 });
    }

    [Fact]
    public void The_product_that_asks_is_this_package() => Assert.Matches("^PolicingSdk-PoliceUk/[0-9]+\\.[0-9]+\\.[0-9]+$", PoliceUkOptions.Default.UserAgent);
}
