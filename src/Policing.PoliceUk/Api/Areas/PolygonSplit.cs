namespace Policing.PoliceUk.Api;

/// <summary>
/// Cuts a polygon in two along a parallel or a meridian. No point of the data lies on the cut, so each lies in exactly one of the parts.
/// </summary>
/// <remarks>
/// Points of the service have six decimals, so the cut runs at one that has ten, and at none of the polygon's own corners. Of a polygon that is not
/// convex a side may have several parts. Each is a simple polygon as the whole was: some programs refuse one whose edges run back on themselves.
/// </remarks>
internal static class PolygonSplit
{
    // Smaller than this there is one point of the data, or none.
    private const decimal Smallest = 0.000_002m;

    // Between two points of six decimals, and where nobody's corner is by chance.
    private const decimal OffGrid = 0.000_000_4983m;
    private const int Decimals = 12;

    /// <summary>The parts; null where the polygon is too small, or crosses itself so that inside and outside cannot be told.</summary>
    public static List<MapPosition[]>? Halves(ReadOnlySpan<MapPosition> corners)
    {
        var (south, north, west, east) = Extent(corners);
        var (height, width) = (north - south, east - west);
        if (height < Smallest && width < Smallest)
            return null;
        // At 53 degrees north a degree of longitude is three fifths of one of latitude.
        var alongMeridian = width * 0.6m > height;
        var middle = alongMeridian ? (west + east) / 2 : (south + north) / 2;
        var (from, to) = alongMeridian ? (west, east) : (south, north);
        return CutPlace(corners, alongMeridian, middle, from, to) is { } cut ? new PolygonCut(corners, alongMeridian, cut).Parts() : null;
    }

    /// <summary>Where to cut: near the middle, off the grid, and at no corner.</summary>
    private static decimal? CutPlace(ReadOnlySpan<MapPosition> corners, bool alongMeridian, decimal middle, decimal from, decimal to)
    {
        var cut = Math.Floor(middle * 1_000_000m) / 1_000_000m + OffGrid;
        while (IsAtCorner(corners, alongMeridian, cut))
            cut += 0.000_000_0001m;
        return cut > from && cut < to ? cut : null;
    }

    private static bool IsAtCorner(ReadOnlySpan<MapPosition> corners, bool alongMeridian, decimal cut)
    {
        foreach (var corner in corners)
        {
            if ((alongMeridian ? corner.Longitude : corner.Latitude) == cut)
                return true;
        }

        return false;
    }

    private static (decimal South, decimal North, decimal West, decimal East) Extent(ReadOnlySpan<MapPosition> corners)
    {
        var (south, north, west, east) = (corners[0].Latitude, corners[0].Latitude, corners[0].Longitude, corners[0].Longitude);
        foreach (var corner in corners)
        {
            (south, north) = (Math.Min(south, corner.Latitude), Math.Max(north, corner.Latitude));
            (west, east) = (Math.Min(west, corner.Longitude), Math.Max(east, corner.Longitude));
        }

        return (south, north, west, east);
    }

    /// <summary>One cut: the ring of corners with the crossings between them, and for each crossing the other end of its stretch inside.</summary>
    private sealed class PolygonCut
    {
        private readonly List<MapPosition> _ring = [];

        // For each place of the ring the side it lies on: -1, 1, or 0 for a crossing.
        private readonly List<int> _sides = [];
        private readonly Dictionary<int, int> _mates = [];
        private readonly bool _alongMeridian;
        private readonly decimal _cut;

        public PolygonCut(ReadOnlySpan<MapPosition> corners, bool alongMeridian, decimal cut)
        {
            _alongMeridian = alongMeridian;
            _cut = cut;
            for (var i = 0; i < corners.Length; i++)
            {
                var (corner, next) = (corners[i], corners[(i + 1) % corners.Length]);
                Add(corner, Side(corner));
                if (Side(corner) != Side(next))
                    Add(Crossing(corner, next), side: 0);
            }
        }

        /// <summary>The parts of both sides; null where they do not close.</summary>
        public List<MapPosition[]>? Parts()
        {
            if (!Pair())
                return null;
            var parts = new List<MapPosition[]>();
            var used = new bool[_ring.Count];
            foreach (var start in _mates.Keys)
            {
                if (used[start])
                    continue;
                if (Follow(start, used) is not { } part)
                    return null;
                if (part.Length >= 3)
                    parts.Add(part);
            }

            return parts;
        }

        /// <summary>Sorted along the cut, the crossings bound stretches inside and outside in turns.</summary>
        private bool Pair()
        {
            List<int> crossings = [.. Enumerable.Range(0, _ring.Count).Where(i => _sides[i] == 0).OrderBy(i => Along(_ring[i]))];
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                if (i > 0 && Along(_ring[crossings[i]]) == Along(_ring[crossings[i - 1]]))
                    return false;
                _mates[crossings[i]] = crossings[i + 1];
                _mates[crossings[i + 1]] = crossings[i];
            }

            return crossings.Count > 0;
        }

        /// <summary>From a crossing along the ring to the next crossing, over to its mate, and on, until it is back.</summary>
        private MapPosition[]? Follow(int start, bool[] used)
        {
            var part = new List<MapPosition>();
            var side = _sides[(start + 1) % _ring.Count];
            var at = start;
            do
            {
                if (used[at] || _sides[(at + 1) % _ring.Count] != side)
                    return null;
                used[at] = true;
                do
                {
                    Put(part, _ring[at]);
                    at = (at + 1) % _ring.Count;
                }
                while (_sides[at] != 0);
                Put(part, _ring[at]);
                at = _mates[at];
            }
            while (at != start);
            if (part.Count > 1 && part[^1] == part[0])
                part.RemoveAt(part.Count - 1);
            return [.. part];
        }

        private static void Put(List<MapPosition> part, MapPosition position)
        {
            if (part.Count == 0 || part[^1] != position)
                part.Add(position);
        }

        private void Add(MapPosition position, int side)
        {
            _ring.Add(position);
            _sides.Add(side);
        }

        private decimal Across(MapPosition position) => _alongMeridian ? position.Longitude : position.Latitude;

        private decimal Along(MapPosition position) => _alongMeridian ? position.Latitude : position.Longitude;

        private int Side(MapPosition position) => Across(position) < _cut ? -1 : 1;

        private MapPosition Crossing(MapPosition a, MapPosition b)
        {
            // The same numbers whichever way the edge is walked, so that neighbouring polygons stay neighbours.
            if (Across(a) > Across(b))
                (a, b) = (b, a);
            var share = (_cut - Across(a)) / (Across(b) - Across(a));
            var along = Math.Round(Along(a) + ((Along(b) - Along(a)) * share), Decimals);
            return _alongMeridian ? new(along, _cut) : new(_cut, along);
        }
    }
}
