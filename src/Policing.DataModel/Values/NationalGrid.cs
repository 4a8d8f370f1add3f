using System.Globalization;
using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// A reference of the Ordnance Survey's National Grid: two letters of a square of 100 km and 2, 4, 6, 8 or 10 digits, half of them east and
/// half north, <c>TG5140913177</c>. A space after the letters and one between the halves are well formed too. It names a square,
/// whose side follows from the number of digits.
/// </summary>
/// <remarks>
/// The squares are those of 0 to 700 km east and 0 to 1,300 km north: Great Britain and the Isle of Man, not Northern Ireland nor the Channel
/// Islands. Canonical has no spaces. Conversion to and from WGS 84 is by the seven-parameter transformation: true to about 5 m (4.9 m at
/// worst over the Ordnance Survey's 40 test points), which is enough to find a place and not for survey. Compares by text, ordinally; <c>Means</c> compares
/// canonically, and squares of different size are never the same. <c>default</c> is absent. Thread-safe. Source: Ordnance Survey, A guide to
/// coordinate systems in Great Britain, from memory; the test points agree.
/// </remarks>
[WirePattern(@"^[A-Za-z]{2} ?[0-9]{1,5} ?[0-9]{1,5}$")]
[TextValue]
public readonly partial struct NationalGrid
{
    private const int SquareSize = 100_000;
    private const int Columns = 7;
    private const int Rows = 13;
    private const int MaxDigits = 10;

    // The transformation's own error, in metres.
    private const int TransformError = 5;

    /// <inheritdoc/>
    public static string Shape => "2 letters of a square of the grid and 2, 4, 6, 8 or 10 digits, optionally with a space before each half";

    /// <summary>Metres east of the grid's origin, at the square's south-west corner; <c>null</c> when absent or malformed.</summary>
    public int? Easting => Corner?.Easting;

    /// <summary>Metres north of the grid's origin, at the square's south-west corner; <c>null</c> when absent or malformed.</summary>
    public int? Northing => Corner?.Northing;

    /// <summary>The side of the square in metres, 1 to 10,000; <c>null</c> when absent or malformed.</summary>
    public int? Size => Corner?.Size;

    private (int Easting, int Northing, int Size)? Corner
    {
        get
        {
            if (Canonical is not { } canonical) return null;
            (int column, int row) = Square<char>(canonical);
            int half = (canonical.Length - 2) / 2;
            int size = SizeOf(half);
            int east = int.Parse(canonical.AsSpan(2, half), NumberStyles.None, CultureInfo.InvariantCulture);
            int north = int.Parse(canonical.AsSpan(2 + half), NumberStyles.None, CultureInfo.InvariantCulture);
            return ((column * SquareSize) + (east * size), (row * SquareSize) + (north * size), size);
        }
    }

    /// <summary>The square of 1 m that has this south-west corner.</summary>
    /// <param name="easting">Metres east of the grid's origin, 0 to 699,999.</param>
    /// <param name="northing">Metres north of it, 0 to 1,299,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The corner is off the grid.</exception>
    public static NationalGrid FromEastingNorthing(int easting, int northing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(easting);
        ArgumentOutOfRangeException.ThrowIfNegative(northing);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(easting, Columns * SquareSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(northing, Rows * SquareSize);
        int column = easting / SquareSize;
        int row = northing / SquareSize;
        char first = Letter(((3 - (row / 5)) * 5) + 2 + (column / 5));
        char second = Letter(((4 - (row % 5)) * 5) + (column % 5));
        return new(string.Create(CultureInfo.InvariantCulture, $"{first}{second}{easting % SquareSize:D5}{northing % SquareSize:D5}"));
    }

    /// <summary>The square of 1 m that holds the point, to about 5 m; absent when the point lacks a coordinate or lies off the grid.</summary>
    public static NationalGrid FromGeoPoint(GeoPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point is not { Latitude: >= 49 and <= 62, Longitude: >= -10 and <= 4 }) return default;
        (double easting, double northing) = NationalGridTransform.FromWgs84((double)point.Latitude, (double)point.Longitude);
        bool isOnGrid = easting is >= 0 and < Columns * SquareSize && northing is >= 0 and < Rows * SquareSize;
        return isOnGrid ? FromEastingNorthing((int)easting, (int)northing) : default;
    }

    /// <summary>
    /// The middle of the square in WGS 84, converted from <c>EPSG:27700</c>, to six decimal places; its accuracy counts the square's half
    /// diagonal and the transformation's error. <c>null</c> when absent or malformed.
    /// </summary>
    public GeoPoint? ToGeoPoint()
    {
        if (Corner is not var (easting, northing, size)) return null;
        double half = size / 2.0;
        (double latitude, double longitude) = NationalGridTransform.ToWgs84(easting + half, northing + half);
        return new GeoPoint
        {
            Latitude = Math.Round((decimal)latitude, 6),
            Longitude = Math.Round((decimal)longitude, 6),
            Accuracy = Math.Ceiling((decimal)(half * Math.Sqrt(2))) + TransformError,
            SourceSystem = "EPSG:27700",
        };
    }

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 4 or > 2 + MaxDigits + 2 || !IsSquare(text[..2])) return false;
        ReadOnlySpan<TChar> digits = Ascii.Is(text[2], ' ') ? text[3..] : text[2..];
        int space = Ascii.IndexOf(digits, ' ');
        ReadOnlySpan<TChar> east = digits[..(space < 0 ? digits.Length / 2 : space)];
        ReadOnlySpan<TChar> north = digits[(space < 0 ? east.Length : space + 1)..];
        return east.Length == north.Length && east.Length is >= 1 and <= MaxDigits / 2 && Ascii.AreDigits(east) && Ascii.AreDigits(north);
    }

    private static bool IsSquare<TChar>(ReadOnlySpan<TChar> letters)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (!Ascii.AreUpper(letters) || Ascii.IndexOf(letters, 'I') >= 0) return false;
        (int column, int row) = Square(letters);
        return column is >= 0 and < Columns && row is >= 0 and < Rows;
    }

    // The letters run A to Z without I through five rows of five, from the north-west; squares of 500 km, and in them those of 100 km.
    private static (int Column, int Row) Square<TChar>(ReadOnlySpan<TChar> letters)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int first = Index(letters[0]);
        int second = Index(letters[1]);
        return ((((first % 5) - 2) * 5) + (second % 5), ((3 - (first / 5)) * 5) + 4 - (second / 5));
    }

    private static int Index<TChar>(TChar letter)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int index = int.CreateTruncating(letter) - 'A';
        return index > 'I' - 'A' ? index - 1 : index;
    }

    private static char Letter(int index) => (char)('A' + (index >= 'I' - 'A' ? index + 1 : index));

    private static int SizeOf(int digits)
    {
        int size = SquareSize;
        for (int i = 0; i < digits; i++) size /= 10;
        return size;
    }

    private static string Canonicalise(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
