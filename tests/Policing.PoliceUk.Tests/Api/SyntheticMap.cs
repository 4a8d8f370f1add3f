using System.Globalization;
using System.Text;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>Events at invented points, and a service that gives those in a polygon, or 503 where there are too many.</summary>
internal sealed class SyntheticMap
{
    private readonly List<(decimal Latitude, decimal Longitude, long Id)> _events = [];

    private SyntheticMap()
    {
    }

    public int MostAtOnePoint => _events.GroupBy(e => (e.Latitude, e.Longitude)).Max(g => g.Count());

    /// <summary>Points with six decimals, some of them with several events, some close together.</summary>
    public static SyntheticMap Random(Random random, int points)
    {
        var map = new SyntheticMap();
        for (var i = 0; i < points; i++)
        {
            var near = random.Next(3) == 0 && i > 0 ? map._events[random.Next(map._events.Count)] : (0.05m, 0.05m, 0);
            var spread = near.Item3 == 0 ? 50_000 : 3;
            var latitude = near.Item1 + (random.Next(-spread, spread + 1) / 1_000_000m);
            var longitude = near.Item2 + (random.Next(-spread, spread + 1) / 1_000_000m);
            for (var n = random.Next(4); n >= 0; n--)
                map._events.Add((latitude, longitude, map._events.Count + 1));
        }

        return map;
    }

    public static SyntheticMap OfPoint(decimal latitude, decimal longitude, int count)
    {
        var map = new SyntheticMap();
        for (var i = 1; i <= count; i++)
            map._events.Add((latitude, longitude, i));
        return map;
    }

    /// <summary>The ids of the events in a polygon, by the number of edges that a ray from each crosses.</summary>
    public IReadOnlyList<long> Within(ReadOnlySpan<MapPosition> corners)
    {
        var found = new List<long>();
        foreach (var (latitude, longitude, id) in _events)
        {
            if (IsWithin(corners, latitude, longitude))
                found.Add(id);
        }

        return found;
    }

    public SocketAnswer Answer(SocketRequest request, int most)
    {
        var question = request.Method == "POST" ? request.Body : request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var poly = Uri.UnescapeDataString(question.Split('&').Single(p => p.StartsWith("poly=", StringComparison.Ordinal))["poly=".Length..]);
        if (request.Line.Length > 4094)
            return SocketAnswer.Status(400, "the line is too long");
        var found = Within([.. poly.Split(':').Select(Position)]);
        return found.Count > most
            ? SocketAnswer.Status(503, "<h1>Service Unavailable</h1>")
            : SocketAnswer.Json(new StringBuilder("[").AppendJoin(',', found.Select(id => $"{{\"id\":{id}}}")).Append(']').ToString());
    }

    private static MapPosition Position(string text)
    {
        var parts = text.Split(',');
        return new(decimal.Parse(parts[0], CultureInfo.InvariantCulture), decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>In exact numbers.</summary>
    private static bool IsWithin(ReadOnlySpan<MapPosition> corners, decimal latitude, decimal longitude)
    {
        var inside = false;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Latitude > latitude != b.Latitude > latitude
                && longitude < a.Longitude + ((b.Longitude - a.Longitude) * (latitude - a.Latitude) / (b.Latitude - a.Latitude)))
                inside = !inside;
        }

        return inside;
    }
}
