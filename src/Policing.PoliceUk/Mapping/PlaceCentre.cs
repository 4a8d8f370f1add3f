using Policing.DataModel.Import;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// The middle of some places, by which one that lies far away is told. (No table of the forces' areas is at hand; the places of a force are
/// near each other, and a few stray ones do not move a median.)
/// </summary>
internal sealed record PlaceCentre(decimal Latitude, decimal Longitude)
{
    private const int MostPlaces = 101;
    private const int MostRows = 500;
    private const decimal FarLatitude = 2m;
    private const decimal FarLongitude = 3.5m;

    public bool IsFar(decimal latitude, decimal longitude) =>
        Math.Abs(latitude - Latitude) > FarLatitude || Math.Abs(longitude - Longitude) > FarLongitude;

    /// <summary>The middle of the first places of a table; null where its first rows have none.</summary>
    public static async Task<PlaceCentre?> ReadAsync<TRow>(
        IAsyncEnumerable<SourceRow<TRow>> rows, Func<TRow, (string Latitude, string Longitude)> place, CancellationToken cancellationToken)
    {
        var latitudes = new List<decimal>();
        var longitudes = new List<decimal>();
        var read = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (++read > MostRows || latitudes.Count == MostPlaces)
                break;
            if (row.Fault is null && place(row.Row) is var (latitude, longitude)
                && Degrees.TryRead(latitude, out var north) && Degrees.TryRead(longitude, out var east))
            {
                latitudes.Add(north);
                longitudes.Add(east);
            }
        }

        return latitudes.Count == 0 ? null : new(Median(latitudes), Median(longitudes));
    }

    private static decimal Median(List<decimal> numbers)
    {
        numbers.Sort();
        return numbers[numbers.Count / 2];
    }
}
