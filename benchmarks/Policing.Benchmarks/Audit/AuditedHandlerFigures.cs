using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Policing.Benchmarks.Policy;
using Policing.Benchmarks.Quick;
using Policing.Ethics;
using Policing.Ethics.Audit;

namespace Policing.Benchmarks.Audit;

/// <summary>What the handler adds to a call when it writes to a log that lasts, over a server that is not there.</summary>
internal static class AuditedHandlerFigures
{
    private const int Calls = 2_000;
    private const int StrictCalls = 500;
    private const int Rounds = 9;
    private const double MostBuffered = 25;
    private const double MostStrict = 50;
    private static readonly Uri Address = new("https://partner.example/records");

    public static async Task RunAsync(FigureSheet sheet)
    {
        using BenchFolder folder = new();
        HttpClient bare = Client(null);
        await using AuditLog buffered = BenchLog.Create(Path.Combine(folder.Path, "buffered.db"), AuditLogMode.Buffered);
        await using AuditLog strict = BenchLog.Create(Path.Combine(folder.Path, "strict.db"), AuditLogMode.Strict);
        await BufferedAsync(sheet, bare, Client(buffered), buffered);
        await StrictAsync(sheet, bare, Client(strict), strict);
    }

    private static async Task BufferedAsync(FigureSheet sheet, HttpClient bare, HttpClient audited, AuditLog log)
    {
        double[] without = new double[Rounds];
        double[] with = new double[Rounds];
        for (int round = -3; round < Rounds; round++)
        {
            double one = await MicrosecondsAsync(bare);
            double other = await MicrosecondsAsync(audited);
            // What waits is stored before the next round, as it is between the calls of a service.
            await log.CheckpointAsync();
            if (round >= 0) (without[round], with[round]) = (one, other);
        }
        double added = with.Min() - without.Min();
        sheet.Add(new("audit.handler.buffered", added, MostBuffered, " µs", $"a call {with.Min():0.0} µs, without the handler {without.Min():0.0}; best of {Rounds} rounds of {Calls}"));
    }

    private static async Task StrictAsync(FigureSheet sheet, HttpClient bare, HttpClient audited, AuditLog log)
    {
        double[] added = new double[StrictCalls];
        double[] commits = new double[StrictCalls];
        double without = await MicrosecondsAsync(bare);
        for (int call = -50; call < StrictCalls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            await CallAsync(audited);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            double commit = log.LastCommit.TotalMicroseconds;
            if (call >= 0) (added[call], commits[call]) = (elapsed - commit - without, commit);
        }
        Array.Sort(added);
        Array.Sort(commits);
        sheet.Add(new("audit.handler.strict", added[StrictCalls / 2], MostStrict, " µs", $"beside the commit of its group, {commits[StrictCalls / 2]:0} µs; median of {StrictCalls} calls one after the other"));
    }

    private static async Task<double> MicrosecondsAsync(HttpClient client)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Calls; i++) await CallAsync(client);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
    }

    private static async Task CallAsync(HttpClient client)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Address);
        request.For(ManyRules.Request.Context!).Describe(ManyRules.Request);
        using HttpResponseMessage response = await client.SendAsync(request);
    }

    private static HttpClient Client(AuditLog? log)
    {
        ServiceCollection services = new();
        services.AddLogging();
        if (log is not null) services.AddSingleton<IAuditLog>(log);
        services.AddPolicingEthics(options => options.UseBaseline = false).AddPolicySet(ManyRules.Set);
        IHttpClientBuilder builder = services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new NoServer());
        if (log is not null) builder.AddEthicsHandler();
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("partner");
    }

    private sealed class NoServer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
