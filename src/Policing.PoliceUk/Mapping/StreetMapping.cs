using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// Maps the rows of one street file: a crime or an incident of anti-social behaviour, its place, and the link between them. Not thread-safe.
/// </summary>
internal sealed class StreetMapping
{
    private readonly SourceVocabulary _words;
    private readonly ArchiveFile _file;
    private readonly CrimeIndex? _crimes;
    private readonly KeyText _key = new();
    private readonly RepeatedKeys _repeated = new();
    private readonly SourceMonths _months = new();
    private readonly SourceRecords _sources = new();
    private readonly SharedParts<CrimeCategory, ValueList<CrimeClassification>> _classifications =
        new(static category => [new CrimeClassification { Category = category }]);

    private readonly SharedParts<OutcomeCategory, PublishedOutcome> _outcomes = new(static category => new PublishedOutcome { Category = category });
    private readonly FilePlaces _places;
    private readonly RecordLinks _links;

    /// <param name="words">What the source's words stand for.</param>
    /// <param name="file">The file.</param>
    /// <param name="crimes">Told of each crime that has a Crime ID; null where nobody asks for them.</param>
    public StreetMapping(SourceVocabulary words, ArchiveFile file, CrimeIndex? crimes = null)
    {
        _words = words;
        _file = file;
        _crimes = crimes;
        _places = new FilePlaces(_key, file.Centre);
        _links = new RecordLinks(_key);
    }

    private enum Column
    {
        Month = 1,
        ReportedBy = 2,
        FallsWithin = 3,
        Longitude = 4,
        Latitude = 5,
        CrimeType = 9,
        LastOutcome = 10,
    }

    public void Map(StreetRow row, RowOutput output)
    {
        if (!TryRead(row, output, out var month, out var type))
            return;
        var columns = Place(row);
        var place = _places.Read(columns);
        // What is remembered of a row is remembered from here on: a rejected row leaves no trace in the ids.
        if (place is PlaceReading.BadLatitude or PlaceReading.BadLongitude)
            output.Reject(PoliceUkRules.UnreadableCoordinates, Number(place == PlaceReading.BadLatitude ? Column.Latitude : Column.Longitude));
        else
            MapEvent(row, output, month, type, place == PlaceReading.Place, columns);
    }

    private static PlaceColumns Place(in StreetRow row) => new(row.Longitude, row.Latitude, row.Location, row.LsoaCode, row.LsoaName);

    private static bool IsAntiSocialBehaviour(SourceWord<CrimeCategory> type) =>
        string.Equals(type.Key, CrimeCategory.AntiSocialBehaviour.Code, StringComparison.Ordinal);

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private int Number(Column column) => _file.ColumnOf((int)column);

    private bool TryRead(in StreetRow row, RowOutput output, out PartialDateTime month, out SourceWord<CrimeCategory> type)
    {
        type = _words.CrimeTypes.Find(row.CrimeType)!;
        var tooLong = FieldLength.FirstOver(
            row.CrimeId, row.Month, row.ReportedBy, row.FallsWithin, row.Longitude, row.Latitude, row.Location, row.LsoaCode, row.LsoaName,
            row.CrimeType, row.LastOutcomeCategory, row.Context);
        if (!_months.TryRead(row.Month, out month))
            output.Reject(PoliceUkRules.UnreadableMonth, Number(Column.Month));
        else if (tooLong >= 0)
            output.Reject(PoliceUkRules.FieldTooLong, _file.ColumnOf(tooLong));
        else if (type is null)
            output.Reject(PoliceUkRules.NoCrimeType, Number(Column.CrimeType));
        else if (!string.IsNullOrWhiteSpace(row.LastOutcomeCategory) && IsAntiSocialBehaviour(type))
            output.Reject(PoliceUkRules.OutcomeOfAntiSocialBehaviour, Number(Column.LastOutcome));
        return !output.IsRejected;
    }

    private void MapEvent(
        in StreetRow row, RowOutput output, PartialDateTime month, SourceWord<CrimeCategory> type, bool hasPlace, in PlaceColumns columns)
    {
        var force = _words.Forces.Named(row.ReportedBy);
        ReportForce(force, output);
        RecordId location = default;
        if (hasPlace)
            location = _places.Add(columns, force, Number(Column.Longitude), output);
        else
            output.Report(PoliceUkRules.NoLocation, Number(Column.Longitude));

        var isCrime = !IsAntiSocialBehaviour(type);
        var id = EventId(row, type.Key, output);
        output.Add(isCrime ? Crime(row, id, month, type, force, output) : AntiSocialBehaviour(row, id, month, force, output));
        if (hasPlace)
            output.Add(_links.OccurredAt(id, isCrime ? "crime" : "anti-social-behaviour", location));
    }

    private void ReportForce(SourceForce force, RowOutput output)
    {
        if (!force.IsKnown)
            output.Report(force.Agency is null ? PoliceUkRules.NoForce : PoliceUkRules.UnknownForce, Number(Column.ReportedBy));
    }

    private RecordId EventId(in StreetRow row, string category, RowOutput output)
    {
        if (string.IsNullOrWhiteSpace(row.CrimeId))
            return _key.Start("row").Add(_file.Name.Text).Add(row.RowNumber).ToId();
        _key.Start("crime").Add(row.CrimeId).Add(row.Month).Add(category).Add(row.Latitude).Add(row.Longitude);
        var id = _repeated.Next(_key, out var isRepeated);
        if (isRepeated)
            output.Report(PoliceUkRules.RepeatedRow);
        return id;
    }

    private RecordSource Source(in StreetRow row, PartialDateTime month, SourceForce force) => string.IsNullOrWhiteSpace(row.CrimeId)
        ? _sources.Keyless(month, force.Agency)
        : SourceRecords.Keyed(row.CrimeId, month, force.Agency);

    private Crime Crime(
        in StreetRow row, RecordId id, PartialDateTime month, SourceWord<CrimeCategory> type, SourceForce force, RowOutput output)
    {
        if (!type.IsListed)
            output.Report(PoliceUkRules.UnlistedCrimeType, Number(Column.CrimeType));
        var outcome = _words.Outcomes.Find(row.LastOutcomeCategory);
        if (outcome is { IsListed: false })
            output.Report(PoliceUkRules.UnlistedOutcome, Number(Column.LastOutcome));
        if (!string.IsNullOrWhiteSpace(row.CrimeId))
            _crimes?.Add(row.CrimeId, id);
        return new Crime
        {
            Id = id,
            Controllers = force.Controllers,
            Source = Source(row, month, force),
            Collection = SourceRecords.Collection,
            Classifications = _classifications.Of(type.Value),
            LatestOutcome = outcome is null ? null : _outcomes.Of(outcome.Value),
            ForceArea = ForceArea(row, force, output),
            Context = OrNull(row.Context),
        };
    }

    private AntiSocialBehaviour AntiSocialBehaviour(in StreetRow row, RecordId id, PartialDateTime month, SourceForce force, RowOutput output) => new()
    {
        Id = id,
        Controllers = force.Controllers,
        Source = Source(row, month, force),
        Collection = SourceRecords.Collection,
        ForceArea = ForceArea(row, force, output),
        Context = OrNull(row.Context),
    };

    private Agency? ForceArea(in StreetRow row, SourceForce force, RowOutput output) =>
        _words.Forces.Area(row.FallsWithin, row.ReportedBy, force, Number(Column.FallsWithin), output);
}
