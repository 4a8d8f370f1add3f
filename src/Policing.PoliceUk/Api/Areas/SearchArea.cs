using System.Globalization;
using System.Text;
using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>
/// An area to ask about: a polygon, or the circle of one mile around a position. Immutable and thread-safe.
/// </summary>
/// <remarks>Source: data.police.uk/docs/method/crime-street. What the service cannot make sense of is refused here, before anything is sent.</remarks>
public sealed class SearchArea
{
    /// <summary>The most corners of a polygon.</summary>
    public const int MaxCorners = 20_000;

    private readonly MapPosition[] _corners;

    private SearchArea(MapPosition[] corners) => _corners = corners;

    /// <summary>Whether it is a polygon; otherwise a circle, which is never split.</summary>
    public bool IsPolygon => _corners.Length > 1;

    /// <summary>The corners of a polygon, or the middle of a circle.</summary>
    public ReadOnlySpan<MapPosition> Corners => _corners;

    /// <summary>The circle of one mile around a position.</summary>
    public static SearchArea Around(MapPosition middle) => new([middle]);

    /// <inheritdoc cref="Around(MapPosition)"/>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of its range.</exception>
    public static SearchArea Around(decimal latitude, decimal longitude) => Around(new MapPosition(latitude, longitude));

    /// <summary>A polygon. The last corner is joined to the first; the first may be repeated at the end.</summary>
    /// <exception cref="ArgumentException">There are fewer than three different corners, more than <see cref="MaxCorners"/>, or they lie on one line.</exception>
    public static SearchArea Polygon(params ReadOnlySpan<MapPosition> corners)
    {
        var distinct = WithoutRepeats(corners);
        if (distinct.Length < 3 || IsLine(distinct))
            throw new ArgumentException("A polygon has at least three corners that do not lie on one line.", nameof(corners));
        if (distinct.Length > MaxCorners)
            throw new ArgumentException("The polygon has too many corners. Simplify it, or ask for parts of it.", nameof(corners));
        return new(distinct);
    }

    /// <summary>A rectangle between two parallels and two meridians.</summary>
    /// <exception cref="ArgumentException">It has no extent, or a coordinate is out of its range.</exception>
    public static SearchArea Box(decimal south, decimal west, decimal north, decimal east)
    {
        if (south >= north || west >= east)
            throw new ArgumentException("Give south, west, north, east, with south below north and west below east.", nameof(north));
        return new([new(south, west), new(south, east), new(north, east), new(north, west)]);
    }

    /// <summary>The area within a boundary as <see cref="PoliceUkClient.GetBoundaryAsync"/> gives it.</summary>
    /// <exception cref="ArgumentException">A point lacks a coordinate, or the points make no polygon.</exception>
    public static SearchArea Within(ValueList<BoundaryPoint> boundary)
    {
        var corners = new MapPosition[boundary.Count];
        for (var i = 0; i < corners.Length; i++)
        {
            corners[i] = boundary[i] is { Latitude: { } latitude, Longitude: { } longitude }
                ? new(latitude, longitude)
                : throw new ArgumentException("A point of the boundary lacks a coordinate.", nameof(boundary));
        }

        return Polygon(corners);
    }

    /// <summary>The kind of area and its number of corners; never where it is.</summary>
    public override string ToString() => IsPolygon ? string.Create(CultureInfo.InvariantCulture, $"polygon of {_corners.Length} corners") : "circle of one mile";

    /// <summary>A part of a polygon, whose corners are right.</summary>
    internal static SearchArea OfPart(MapPosition[] corners) => new(corners);

    /// <summary>As the service takes it: <c>lat,lng:lat,lng</c>.</summary>
    internal string ToPoly()
    {
        var poly = new StringBuilder(_corners.Length * 20);
        foreach (var corner in _corners)
        {
            if (poly.Length > 0)
                poly.Append(':');
            poly.Append(CultureInfo.InvariantCulture, $"{corner.Latitude},{corner.Longitude}");
        }

        return poly.ToString();
    }

    private static MapPosition[] WithoutRepeats(ReadOnlySpan<MapPosition> corners)
    {
        var kept = new List<MapPosition>(corners.Length);
        foreach (var corner in corners)
        {
            if (kept.Count == 0 || kept[^1] != corner)
                kept.Add(corner);
        }

        while (kept.Count > 1 && kept[^1] == kept[0])
            kept.RemoveAt(kept.Count - 1);
        return [.. kept];
    }

    private static bool IsLine(MapPosition[] corners)
    {
        for (var i = 2; i < corners.Length; i++)
        {
            var (a, b, c) = (corners[0], corners[1], corners[i]);
            if ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude) != (b.Longitude - a.Longitude) * (c.Latitude - a.Latitude))
                return false;
        }

        return true;
    }
}
