namespace Policing.PoliceUk.Api;

/// <summary>Whether a polygon crosses itself.</summary>
internal static class PolygonShape
{
    /// <summary>True where no two edges cross in their inner parts, so that inside and outside mean the same to everybody.</summary>
    public static bool IsSimple(ReadOnlySpan<MapPosition> corners)
    {
        var edges = EdgesFromWest(corners);
        for (var i = 0; i < edges.Length; i++)
        {
            for (var j = i + 1; j < edges.Length && edges[j].West <= edges[i].East; j++)
            {
                if (edges[i].South <= edges[j].North && edges[j].South <= edges[i].North && edges[i].Crosses(edges[j]))
                    return false;
            }
        }

        return true;
    }

    private static Edge[] EdgesFromWest(ReadOnlySpan<MapPosition> corners)
    {
        var edges = new Edge[corners.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new(corners[i], corners[(i + 1) % corners.Length]);
        Array.Sort(edges, static (a, b) => a.West.CompareTo(b.West));
        return edges;
    }

    private sealed record Edge(MapPosition From, MapPosition To)
    {
        public decimal West { get; } = Math.Min(From.Longitude, To.Longitude);

        public decimal East { get; } = Math.Max(From.Longitude, To.Longitude);

        public decimal South { get; } = Math.Min(From.Latitude, To.Latitude);

        public decimal North { get; } = Math.Max(From.Latitude, To.Latitude);

        /// <summary>True where each edge has the ends of the other on both its sides.</summary>
        public bool Crosses(Edge other) =>
            Side(other.From) * Side(other.To) < 0 && other.Side(From) * other.Side(To) < 0;

        private int Side(MapPosition at) => Math.Sign(
            ((To.Longitude - From.Longitude) * (at.Latitude - From.Latitude)) - ((To.Latitude - From.Latitude) * (at.Longitude - From.Longitude)));
    }
}
