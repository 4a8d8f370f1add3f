using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Moves points to the middle of their cell in a grid over the earth, so that a point says which cell and no more. The same cell always gives the
/// same point, and a point that was moved stays where it is. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Cells are as high as the side says, and as wide to within a percent, by a degree of latitude of 111,320 m. A grid hides an address where
/// many lie in a cell; out in the country take a larger one. It is not the method of data.police.uk, which counts addresses.
/// </remarks>
public sealed class PointGrid
{
    private const double MetresInDegree = 111_320;
    private const int Places = 6;

    // Beyond it an accuracy says nothing: a quarter of the way round the earth.
    private const decimal MostAccuracy = 10_000_000;

    // Near a pole a cell is no longer square; none is wider than this share of the circle allows.
    private const double LeastCosine = 0.01;

    private readonly double _height;
    private readonly decimal _halfDiagonal;

    /// <summary>A grid of cells of this side.</summary>
    /// <param name="metres">100 to 50,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another side.</exception>
    public PointGrid(int metres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(metres, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(metres, 50_000);
        Metres = metres;
        _height = metres / MetresInDegree;
        _halfDiagonal = Math.Ceiling((decimal)(metres * Math.Sqrt(0.5)));
    }

    /// <summary>The side of a cell in metres.</summary>
    public int Metres { get; }

    /// <summary>
    /// The middle of the point's cell, marked as anonymised; its accuracy is half the cell's diagonal, and the point's own, rounded up to whole
    /// sides, where it has one. <c>null</c> when a coordinate is missing or out of range. The point itself is not changed; members that the
    /// model does not define are not in the result.
    /// </summary>
    /// <exception cref="ArgumentNullException">The point is null.</exception>
    public GeoPoint? Snap(GeoPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point is not { Latitude: { } latitude, Longitude: { } longitude } || Middle(latitude, longitude) is not { } middle) return null;
        decimal accuracy = Accuracy(point.Accuracy, (latitude, longitude) == middle);
        return new GeoPoint { Latitude = middle.Latitude, Longitude = middle.Longitude, Accuracy = accuracy, Anonymised = true };
    }

    /// <summary>The middle of a cell; null when a coordinate is out of range.</summary>
    internal (decimal Latitude, decimal Longitude)? Middle(decimal latitude, decimal longitude)
    {
        if (latitude is < -90 or > 90 || longitude is < -180 or > 180) return null;
        double north = MiddleOf((double)latitude + 90, _height) - 90;
        double width = _height / Math.Max(Math.Cos(north * Math.PI / 180), LeastCosine);
        double east = MiddleOf((double)longitude + 180, width) - 180;
        return (Rounded(Math.Min(north, 90)), Rounded(Math.Min(east, 180)));
    }

    /// <summary>The radius, in whole metres, that holds the true point.</summary>
    /// <param name="own">The point's own.</param>
    /// <param name="isMiddle">The point is where it would be moved to: nothing is added, so that moving it again changes nothing.</param>
    internal decimal Accuracy(decimal? own, bool isMiddle)
    {
        if (own is not (> 0 and < MostAccuracy)) return _halfDiagonal;
        return isMiddle ? Math.Max(Math.Ceiling(own.Value), _halfDiagonal) : _halfDiagonal + (Math.Ceiling(own.Value / Metres) * Metres);
    }

    private static double MiddleOf(double at, double side) => (Math.Floor(at / side) + 0.5) * side;

    private static decimal Rounded(double degrees) => Math.Round((decimal)degrees, Places);
}
