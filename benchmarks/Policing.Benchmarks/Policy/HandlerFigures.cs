using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Policing.Benchmarks.Quick;
using Policing.Ethics;

namespace Policing.Benchmarks.Policy;

/// <summary>What the handler adds to a call of an HTTP client, over a server that is not there and a log that keeps nothing.</summary>
internal static class HandlerFigures
{
    private const double MostMicroseconds = 10;
    private static readonly Uri Address = new("https://partner.example/records");

    public static void Prepare() => Call(With);

    public static void Run(FigureSheet sheet)
    {
        double[] seconds = Contest.Seconds(() => Call(Without), () => Call(With));
        double added = (seconds[1] - seconds[0]) * 1e6;
        sheet.Add(new("policy.handler.added", added, MostMicroseconds, " µs", $"a call {seconds[1] * 1e6:0.00} µs, without the handler {seconds[0] * 1e6:0.00}; a thousand rules"));
    }

    private static HttpClient Without { get; } = Client(behindTheGate: false);

    private static HttpClient With { get; } = Client(behindTheGate: true);

    private static void Call(HttpClient client)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Address);
        request.For(ManyRules.Request.Context!).Describe(ManyRules.Request);
        using HttpResponseMessage response = client.SendAsync(request).GetAwaiter().GetResult();
    }

    private static HttpClient Client(bool behindTheGate)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IAuditLog, NoLog>();
        services.AddPolicingEthics(options => options.UseBaseline = false).AddPolicySet(ManyRules.Set);
        IHttpClientBuilder builder = services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new NoServer());
        if (behindTheGate) builder.AddEthicsHandler();
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("partner");
    }

    private sealed class NoLog : IAuditLog
    {
        private static readonly AuditEntryId Id = new("none kept");

        public ValueTask<AuditEntryId> AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => ValueTask.FromResult(Id);
    }

    private sealed class NoServer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
