using System.Text;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>
/// A service that behaves as data.police.uk is documented and as public clients saw it, with invented data: all 22 routes, a bucket that leaks fifteen
/// a second and holds thirty, 404s that are no JSON, a limit of the line, 503 for too much, and its silent traps.
/// </summary>
internal sealed class DocumentedServer : IAsyncDisposable
{
    private readonly SocketServer _server;
    private readonly SyntheticMap _map = SyntheticMap.Random(new Random(11), points: 500);
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private double _level;
    private long _last;

    /// <param name="time">The clock of the bucket.</param>
    public DocumentedServer(TimeProvider time)
    {
        _time = time;
        _last = time.GetTimestamp();
        _server = new SocketServer(Answer);
    }

    public SyntheticMap Map => _map;

    public SocketServer Sockets => _server;

    /// <summary>How many requests came too fast.</summary>
    public int Limited { get; private set; }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private SocketAnswer Answer(SocketRequest request)
    {
        if (IsTooFast())
            return SocketAnswer.Status(429, "Too Many Requests");
        if (request.Method == "GET" && request.Line.Length > 4094)
            return SocketAnswer.Status(400, "Bad Request");
        var target = request.Target["/api/".Length..].Split('?');
        var query = (target.Length > 1 ? target[1] : request.Body).Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        return Route([.. target[0].Split('/').Select(Uri.UnescapeDataString)], query, request);
    }

    private SocketAnswer Route(string[] path, Dictionary<string, string> query, SocketRequest request) => path switch
    {
        ["crime-last-updated"] or ["crimes-street-dates"] or ["crime-categories"] or ["forces"] => Sample(path[0]),
        ["forces", "cleveland"] => Sample("force"),
        ["forces", "cleveland", "people"] => Sample("people"),
        // The trap: any category that is not known is all crime; a month that is to come is empty.
        ["crimes-street", _] => Dated(query, () => Area(query, request, "crimes")),
        ["crimes-at-location"] => Dated(query, () => AtLocation(query, "crimes")),
        ["crimes-no-location"] => query["force"] is "cleveland" ? Dated(query, () => Sample("crimes")) : SocketAnswer.Status(502, "Bad Gateway"),
        ["outcomes-at-location"] => Dated(query, () => query.ContainsKey("location_id") ? AtLocation(query, "outcomes") : Area(query, request, "outcomes")),
        ["outcomes-for-crime", var id] => id == AnswerSamples.PersistentId ? Sample("outcomes-for-crime") : NotFound(),
        ["stops-street"] => Dated(query, () => Area(query, request, "stops")),
        ["stops-at-location"] => Dated(query, () => AtLocation(query, "stops")),
        ["stops-no-location"] or ["stops-force"] => Dated(query, () => query["force"] is "cleveland" ? Sample("stops") : SocketAnswer.Json("[]")),
        ["locate-neighbourhood"] => query["q"].Contains("0.1,", StringComparison.Ordinal) ? Sample("locate-neighbourhood") : NotFound(),
        ["cleveland", "neighbourhoods"] => Sample("neighbourhoods"),
        ["cleveland", "X1"] => Sample("neighbourhood"),
        ["cleveland", "X1", "boundary"] => Sample("boundary"),
        ["cleveland", "X1", "people"] => Sample("people"),
        ["cleveland", "X1", "priorities"] => Sample("priorities"),
        ["cleveland", "X1", "events"] => Sample("events"),
        _ => NotFound(),
    };

    private static SocketAnswer Sample(string name) => SocketAnswer.Json(AnswerSamples.All[name].Json);

    private static SocketAnswer NotFound() => SocketAnswer.Status(404, "<h1>Not Found</h1>");

    private static SocketAnswer Dated(Dictionary<string, string> query, Func<SocketAnswer> answer)
    {
        var month = query.TryGetValue("date", out var text) && DataMonth.TryParse(text, null, out var given) ? given : default;
        if (month < new DataMonth(2021, 5))
            return month < new DataMonth(2015, 1) ? SocketAnswer.Status(500, "Internal Server Error") : NotFound();
        return month > new DataMonth(2024, 4) ? SocketAnswer.Json("[]") : answer();
    }

    private static SocketAnswer AtLocation(Dictionary<string, string> query, string shape) =>
        query.TryGetValue("location_id", out var id) && id != "900001" ? NotFound() : Sample(shape);

    private SocketAnswer Area(Dictionary<string, string> query, SocketRequest request, string shape)
    {
        if (query.ContainsKey("lat"))
            return query.ContainsKey("lng") ? Sample(shape) : SocketAnswer.Status(400, "Bad Request");
        if (request.Method == "POST" && !request.Head.Contains("application/x-www-form-urlencoded", StringComparison.Ordinal))
            return SocketAnswer.Status(400, "Bad Request");
        return query["poly"].Count(c => c == ':') < 2 ? SocketAnswer.Status(502, "Bad Gateway") : _map.Answer(request, most: 100);
    }

    private bool IsTooFast()
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            _level = Math.Max(0, _level - ((now - _last) * 15.0 / _time.TimestampFrequency));
            _last = now;
            if (_level > 29.999)
            {
                Limited++;
                return true;
            }

            _level++;
            return false;
        }
    }
}
