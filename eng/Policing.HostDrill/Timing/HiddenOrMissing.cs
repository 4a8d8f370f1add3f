using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Load;
using Policing.HostDrill.Servers;
using Policing.HostDrill.Wire;
using Policing.Samples.Partner.Identity;

namespace Policing.HostDrill.Timing;

/// <summary>
/// Whether the time of an answer tells a hidden record from a missing one: requests for both in random order over one connection to a server that does nothing else. That nothing is found is worth
/// something only where a difference would be, so one is planted into the measured times too.
/// </summary>
internal sealed class HiddenOrMissing : IAsyncDisposable
{
    private const int Records = 64;
    private const int WarmUp = 300;

    /// <summary>The share of pairs may be so far from a half.</summary>
    private const double Bound = 0.05;

    /// <summary>What is planted: so much of the median.</summary>
    private const double PlantedPart = 0.1;

    private const string Access = "purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    private static readonly string[] s_calls = ["get", "replace", "status", "history", "links"];

    private readonly SampleServer _server;
    private readonly HttpClient _http;
    private readonly Random _random;
    private readonly Vehicle[] _hidden;
    private readonly Vehicle[] _missing;

    private HiddenOrMissing(SampleServer server, Vehicle[] hidden, Vehicle[] missing, int seed)
    {
        (_server, _hidden, _missing, _random) = (server, hidden, missing, new Random(seed));
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(server.Folder, "test-tokens", "of-another")));
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Policing-Access", Access);
    }

    public static async Task<HiddenOrMissing> StartAsync(DrillOptions options, string? database)
    {
        SampleServer server = new(database);
        await server.StartAsync();
        Ledger ledger = new(options.Seed);
        using ClientKeys keys = new(Path.Combine(server.Folder, "keys"));
        using Party kent = new(PartyName.All[0], server.Address, keys, new DrillTransport(ledger, options.Seed));
        Vehicle[] vehicles = [.. Enumerable.Range(1, 2 * Records).Select(number => ledger.Record(kent.Tenant, number, isHidden: true)).Select(record => DrillVehicle.Of(record, ledger.NewMarker(record)))];
        foreach (Vehicle vehicle in vehicles.Take(Records)) await kent.Session().Records.CreateAsync(vehicle);
        return new HiddenOrMissing(server, vehicles[..Records], vehicles[Records..], options.Seed);
    }

    /// <summary>Measures each call; whether none tells them apart and each would have been seen to.</summary>
    public async Task<bool> RunAsync(int requests)
    {
        bool holds = true;
        foreach (string call in s_calls)
        {
            await MeasureAsync(call, WarmUp);
            (double[] hidden, double[] missing) = await MeasureAsync(call, requests);
            double share = RankStatistic.ShareLonger(missing, hidden);
            double median = RankStatistic.Median(missing);
            double[] planted = [.. missing.Where((_, place) => place % 2 == 0).Select(time => time + (PlantedPart * median))];
            double[] others = [.. missing.Where((_, place) => place % 2 == 1)];
            double seen = RankStatistic.ShareLonger(others, planted);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{call,-8} {requests} each: median {1000 * RankStatistic.Median(hidden):0.000} ms hidden, {1000 * median:0.000} ms missing, hidden is longer in {share:0.000} of pairs; with {PlantedPart:0%} planted {seen:0.000}"));
            if (Math.Abs(share - 0.5) > Bound) holds = Say($"{call}: hidden and missing can be told apart by time.");
            if (Math.Abs(seen - 0.5) <= Bound) holds = Say($"{call}: the planted difference is not seen; what was measured says nothing. Measure on a quieter machine, or more.");
        }
        return holds;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private static bool Say(string words)
    {
        Console.WriteLine(words);
        return false;
    }

    private async Task<(double[] Hidden, double[] Missing)> MeasureAsync(string call, int requests)
    {
        List<double> hidden = [], missing = [];
        while (hidden.Count < requests || missing.Count < requests)
        {
            bool isHidden = missing.Count >= requests || (hidden.Count < requests && _random.Next(2) == 0);
            Vehicle asked = (isHidden ? _hidden : _missing)[_random.Next(Records)];
            (isHidden ? hidden : missing).Add(await TimeAsync(call, asked));
        }
        return ([.. hidden], [.. missing]);
    }

    private async Task<double> TimeAsync(string call, Vehicle asked)
    {
        using HttpRequestMessage request = MessageOf(call, asked);
        long begun = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await _http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        double took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return response.StatusCode == HttpStatusCode.NotFound ? took : throw new DrillException($"{call} of what is hidden or missing was answered with {(int)response.StatusCode}.");
    }

    private static HttpRequestMessage MessageOf(string call, Vehicle asked)
    {
        string path = $"/v1/records/vehicle/{asked.Id.Uuid:D}";
        return call switch
        {
            "get" => new(HttpMethod.Get, path),
            "replace" => With(new(HttpMethod.Put, path), PoliceJson.Write(asked)),
            "status" => With(new(HttpMethod.Post, path + "/status"), """{"action":"retract","reason":"Entered for the wrong incident"}"""u8.ToArray()),
            "history" => new(HttpMethod.Get, path + "/history"),
            _ => new(HttpMethod.Get, path + "/links"),
        };
    }

    private static HttpRequestMessage With(HttpRequestMessage request, byte[] body)
    {
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        return request;
    }
}
