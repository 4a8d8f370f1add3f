using System.Globalization;

namespace Policing.Testing;

/// <summary>
/// The made-up patch of one force: a grid of <see cref="PlaceCount"/> places, 0.2 degrees wide and 0.12 high, each with coordinates of its
/// own. Streets and districts are invented by joining words; a street of that name may well exist somewhere.
/// </summary>
internal sealed class SyntheticPatch(ulong seed, SyntheticForce force)
{
    public const int PlaceCount = Columns * Rows;
    public const int CellsPerForce = CellColumns * CellRows;

    private const int Columns = 1000;
    private const int Rows = 2000;
    private const int ColumnWidth = 200;
    private const int RowHeight = 60;
    private const int CellColumns = 10;
    private const int CellRows = 20;
    private const int CellsInDistrict = 50;
    private const int DistrictsInForce = CellsPerForce / CellsInDistrict;
    private const int LsoasInMsoa = 5;
    private const int StreetLength = 20;
    private const int BusyPlaces = 20_000;
    private const int OneInPointsOfInterest = 6;

    private readonly ulong placeSeed = SyntheticRandom.Combine(SyntheticRandom.Combine(seed, force.Slug), "places");

    private readonly Shuffle districts = new(SyntheticRandom.Combine(seed, "districts"), PlaceNames.DistrictCount);

    /// <summary>A place where things happen often: one of 20,000, so that places recur as they do in real files.</summary>
    public SyntheticPlace BusyPlace(ref SyntheticRandom random) =>
        this[(int)(SyntheticRandom.Combine(placeSeed ^ 3, (ulong)random.Below(BusyPlaces)) % PlaceCount)];

    /// <summary>The place with this number; two numbers never have the same coordinates.</summary>
    public SyntheticPlace this[int index]
    {
        get
        {
            var (column, row) = (index % Columns, index / Columns);
            var random = new SyntheticRandom(SyntheticRandom.Combine(placeSeed, (ulong)index));
            var longitude = force.Longitude + ((column - (Columns / 2)) * ColumnWidth) + random.Below(ColumnWidth);
            var latitude = force.Latitude + ((row - (Rows / 2)) * RowHeight) + random.Below(RowHeight);
            var cell = (row / (Rows / CellRows) * CellColumns) + (column / (Columns / CellColumns));
            var street = random.OnceIn(OneInPointsOfInterest) ? PlaceNames.PointOfInterest(ref random) : Street(column, row);
            return new(longitude, latitude, street, LsoaCode(cell), LsoaName(cell));
        }
    }

    private string Street(int column, int row)
    {
        var block = ((ulong)(row / StreetLength) << 32) | (uint)(column / StreetLength);
        var random = new SyntheticRandom(SyntheticRandom.Combine(placeSeed ^ 1, block));
        return PlaceNames.Street(ref random);
    }

    private string LsoaCode(int cell) => SafeRanges.LsoaCode(((ulong)force.Ordinal * CellsPerForce) + (ulong)cell, force.IsWelsh);

    private string LsoaName(int cell)
    {
        // A name of its own for every district of every force, so that an LSOA has one name and a name one LSOA.
        var district = districts.Forward((force.Ordinal * DistrictsInForce) + (cell / CellsInDistrict));
        var msoa = ((cell % CellsInDistrict) / LsoasInMsoa) + 1;
        var letter = (char)('A' + (cell % LsoasInMsoa));
        return string.Create(CultureInfo.InvariantCulture, $"{PlaceNames.District(district)} {msoa:D3}{letter}");
    }
}
