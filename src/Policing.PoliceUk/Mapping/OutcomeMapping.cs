using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// Maps the rows of one outcomes file: an outcome, the link to its crime, and the place of that crime. Not thread-safe.
/// </summary>
internal sealed class OutcomeMapping
{
    private readonly SourceVocabulary _words;
    private readonly ArchiveFile _file;
    private readonly CrimeIndex _crimes;
    private readonly KeyText _key = new();
    private readonly RepeatedKeys _repeated = new();
    private readonly SourceMonths _months = new();
    private readonly SourceRecords _sources = new();
    private readonly IdSet _placesOfCrimes = new();
    private readonly IdSet _linkedCrimes = new();
    private readonly FilePlaces _places;
    private readonly RecordLinks _links;

    /// <param name="words">What the source's words stand for.</param>
    /// <param name="file">The file.</param>
    /// <param name="crimes">The crimes of the run.</param>
    public OutcomeMapping(SourceVocabulary words, ArchiveFile file, CrimeIndex crimes)
    {
        _words = words;
        _file = file;
        _crimes = crimes;
        _places = new FilePlaces(_key, file.Centre);
        _links = new RecordLinks(_key);
    }

    private enum Column
    {
        CrimeId = 0,
        Month = 1,
        ReportedBy = 2,
        FallsWithin = 3,
        Longitude = 4,
        Latitude = 5,
        OutcomeType = 9,
    }

    /// <summary>The crimes of other files that links of this one lead to.</summary>
    public IReadOnlyCollection<Guid> LinkedCrimes => _linkedCrimes;

    public void Map(OutcomeRow row, RowOutput output)
    {
        if (!TryRead(row, output, out var month, out var type))
            return;
        var columns = Place(row);
        var place = _places.Read(columns);
        // What is remembered of a row is remembered from here on: a rejected row leaves no trace in the ids.
        if (place is PlaceReading.BadLatitude or PlaceReading.BadLongitude)
            output.Reject(PoliceUkRules.UnreadableCoordinates, Number(place == PlaceReading.BadLatitude ? Column.Latitude : Column.Longitude));
        else
            MapOutcome(row, output, month, type, place == PlaceReading.Place, columns);
    }

    private static PlaceColumns Place(in OutcomeRow row) => new(row.Longitude, row.Latitude, row.Location, row.LsoaCode, row.LsoaName);

    private int Number(Column column) => _file.ColumnOf((int)column);

    private bool TryRead(in OutcomeRow row, RowOutput output, out PartialDateTime month, out SourceWord<OutcomeCategory> type)
    {
        type = _words.Outcomes.Find(row.OutcomeType)!;
        var tooLong = FieldLength.FirstOver(
            row.CrimeId, row.Month, row.ReportedBy, row.FallsWithin, row.Longitude, row.Latitude, row.Location, row.LsoaCode, row.LsoaName,
            row.OutcomeType);
        if (!_months.TryRead(row.Month, out month))
            output.Reject(PoliceUkRules.UnreadableMonth, Number(Column.Month));
        else if (tooLong >= 0)
            output.Reject(PoliceUkRules.FieldTooLong, _file.ColumnOf(tooLong));
        else if (type is null)
            output.Reject(PoliceUkRules.NoOutcomeType, Number(Column.OutcomeType));
        return !output.IsRejected;
    }

    private void MapOutcome(
        in OutcomeRow row, RowOutput output, PartialDateTime month, SourceWord<OutcomeCategory> type, bool hasPlace, in PlaceColumns columns)
    {
        var force = _words.Forces.Named(row.ReportedBy);
        Report(force, type, output);
        RecordId location = default;
        if (hasPlace)
            location = _places.Add(columns, force, Number(Column.Longitude), output);
        else
            output.Report(PoliceUkRules.NoLocation, Number(Column.Longitude));

        var outcome = Outcome(row, month, type, force, output);
        output.Add(outcome);
        if (string.IsNullOrWhiteSpace(row.CrimeId))
            output.Report(PoliceUkRules.OutcomeOfNothing, Number(Column.CrimeId));
        else
            LinkToCrime(row, output, outcome.Id, force, location);
    }

    private void Report(SourceForce force, SourceWord<OutcomeCategory> type, RowOutput output)
    {
        if (!force.IsKnown)
            output.Report(force.Agency is null ? PoliceUkRules.NoForce : PoliceUkRules.UnknownForce, Number(Column.ReportedBy));
        if (!type.IsListed)
            output.Report(PoliceUkRules.UnlistedOutcome, Number(Column.OutcomeType));
    }

    private CrimeOutcome Outcome(
        in OutcomeRow row, PartialDateTime month, SourceWord<OutcomeCategory> type, SourceForce force, RowOutput output) => new()
        {
            Id = OutcomeId(row, type.Key, output),
            Controllers = force.Controllers,
            Source = string.IsNullOrWhiteSpace(row.CrimeId) ? _sources.Keyless(month, force.Agency) : _sources.Unnamed(month, force.Agency),
            Collection = SourceRecords.Collection,
            Category = type.Value,
            Date = month,
            ForceArea = _words.Forces.Area(row.FallsWithin, row.ReportedBy, force, Number(Column.FallsWithin), output),
        };

    private RecordId OutcomeId(in OutcomeRow row, string category, RowOutput output)
    {
        if (string.IsNullOrWhiteSpace(row.CrimeId))
            return _key.Start("row").Add(_file.Name.Text).Add(row.RowNumber).ToId();
        _key.Start("crime-outcome").Add(row.CrimeId).Add(row.Month).Add(category).Add(row.Latitude).Add(row.Longitude);
        var id = _repeated.Next(_key, out var isRepeated);
        if (isRepeated)
            output.Report(PoliceUkRules.RepeatedRow);
        return id;
    }

    /// <summary>Links the outcome to its crime, and the crime to the place: it is the crime that occurred there, not the outcome.</summary>
    private void LinkToCrime(in OutcomeRow row, RowOutput output, RecordId outcome, SourceForce force, RecordId location)
    {
        var crime = _crimes.Find(row.CrimeId, out var several);
        if (several)
            output.Report(PoliceUkRules.SeveralCrimes, Number(Column.CrimeId));
        if (crime.IsAbsent)
        {
            var reference = new ExternalReference { System = KeyText.System, Value = row.CrimeId };
            output.Add(_links.OutcomeOf(outcome, reference));
            if (!location.IsAbsent)
                AddOnce(_links.OccurredAt(reference, location, force), output);
            return;
        }

        _linkedCrimes.Add(crime.Uuid);
        output.Add(_links.OutcomeOf(outcome, crime));
        if (!location.IsAbsent)
            AddOnce(_links.OccurredAt(crime, "crime", location), output);
    }

    /// <summary>A crime with two outcomes in the file stands at its place once.</summary>
    private void AddOnce(Link link, RowOutput output)
    {
        if (_placesOfCrimes.Add(link.Id.Uuid))
            output.Add(link);
    }
}
