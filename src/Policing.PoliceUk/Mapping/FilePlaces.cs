using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// The places of one file: each becomes one location record, when it is first met. It keeps an id of 16 bytes for each. Not thread-safe.
/// </summary>
/// <remarks>Source of what the columns mean: data.police.uk/about. The points are anonymised map points, never the place itself.</remarks>
internal sealed class FilePlaces(KeyText key, PlaceCentre? centre)
{
    private readonly IdSet _known = new();
    private readonly IdSet _far = new();
    private decimal _latitude;
    private decimal _longitude;
    private RecordId _id;

    /// <summary>Reads the place of a row. It is remembered by <see cref="Add"/> only, when the row is not rejected.</summary>
    public PlaceReading Read(in PlaceColumns columns)
    {
        if (!columns.IsPlace)
            return PlaceReading.NoPlace;
        _id = key.Start("location")
            .Add(columns.Longitude).Add(columns.Latitude).Add(columns.Text).Add(columns.LsoaCode).Add(columns.LsoaName).ToId();
        if (_known.Contains(_id.Uuid) || !columns.HasPoint)
            return PlaceReading.Place;
        if (!Degrees.TryRead(columns.Longitude, out _longitude))
            return PlaceReading.BadLongitude;
        return Degrees.TryRead(columns.Latitude, out _latitude) ? PlaceReading.Place : PlaceReading.BadLatitude;
    }

    /// <summary>Adds the location just read to the output, if the file has not had it, and reports what is odd about it.</summary>
    /// <returns>Its id.</returns>
    public RecordId Add(in PlaceColumns columns, SourceForce force, int column, RowOutput output)
    {
        if (_known.Add(_id.Uuid))
        {
            output.Add(Make(columns, force));
            if (columns.HasPoint && centre is not null && centre.IsFar(_latitude, _longitude))
                _far.Add(_id.Uuid);
        }

        if (!columns.HasPoint)
            output.Report(PoliceUkRules.NoPoint, column);
        else if (force.HasArea && _far.Count > 0 && _far.Contains(_id.Uuid))
            output.Report(PoliceUkRules.FarAway, column);
        return _id;
    }

    private Location Make(in PlaceColumns columns, SourceForce force) => new()
    {
        Id = _id,
        Controllers = force.Controllers,
        Source = SourceRecords.OfPlaces,
        Collection = SourceRecords.Collection,
        Kind = columns.HasPoint ? LocationKind.AnonymisedPoint : LocationKind.Described,
        Description = columns.Description,
        Point = columns.HasPoint ? new GeoPoint { Latitude = _latitude, Longitude = _longitude, Anonymised = true } : null,
        Areas = Areas(columns),
    };

    private static ValueList<Area> Areas(in PlaceColumns columns) => columns is { LsoaCode.Length: 0, LsoaName.Length: 0 }
        ? default
        : [new Area { Scheme = AreaScheme.Lsoa, Code = OrNull(columns.LsoaCode), Name = OrNull(columns.LsoaName) }];

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
