using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Mapping;

/// <summary>Maps the rows of one stop-and-search file: a stop, its place, and the link between them. Not thread-safe.</summary>
internal sealed class StopSearchMapping
{
    private readonly SourceVocabulary _words;
    private readonly ArchiveFile _file;
    private readonly SourceForce _force;
    private readonly RecordSource _source;
    private readonly KeyText _key = new();
    private readonly FilePlaces _places;
    private readonly RecordLinks _links;

    /// <param name="words">What the source's words stand for.</param>
    /// <param name="file">The file; its name alone says which force and month the rows are of.</param>
    public StopSearchMapping(SourceVocabulary words, ArchiveFile file)
    {
        _words = words;
        _file = file;
        _force = words.Forces.OfSlug(file.Name.Force);
        var month = file.Name.Month is { } text ? PartialDateTime.FromText(text) : default;
        // No stop has a key: each id rests on the place in the file.
        _source = new SourceRecords().Keyless(month, _force.Agency);
        _places = new FilePlaces(_key, file.Centre);
        _links = new RecordLinks(_key);
    }

    private enum Column
    {
        Type = 0,
        Date = 1,
        PartOfOperation = 2,
        Latitude = 4,
        Longitude = 5,
        Gender = 6,
        AgeRange = 7,
        SelfDefinedEthnicity = 8,
        ObservedEthnicity = 9,
        Legislation = 10,
        Object = 11,
        Outcome = 12,
        OutcomeLinked = 13,
        OuterClothing = 14,
    }

    public void Map(StopSearchRow row, RowOutput output)
    {
        if (!TryRead(row, output, out var booleans))
            return;
        var columns = new PlaceColumns(row.Longitude, row.Latitude, string.Empty, string.Empty, string.Empty);
        var place = _places.Read(columns);
        // What is remembered of a row is remembered from here on: a rejected row leaves no trace in the ids.
        if (place is PlaceReading.BadLatitude or PlaceReading.BadLongitude)
            output.Reject(PoliceUkRules.UnreadableCoordinates, Number(place == PlaceReading.BadLatitude ? Column.Latitude : Column.Longitude));
        else
            MapStop(row, output, booleans, place == PlaceReading.Place, columns);
    }

    private int Number(Column column) => _file.ColumnOf((int)column);

    private bool TryRead(in StopSearchRow row, RowOutput output, out (bool? PartOfOperation, bool? OutcomeLinked, bool? OuterClothing) booleans)
    {
        booleans = default;
        var tooLong = FieldLength.FirstOver(
            row.Type, row.Date, row.PartOfPolicingOperation, row.PolicingOperation, row.Latitude, row.Longitude, row.Gender, row.AgeRange,
            row.SelfDefinedEthnicity, row.OfficerDefinedEthnicity, row.Legislation, row.ObjectOfSearch, row.Outcome,
            row.OutcomeLinkedToObjectOfSearch, row.RemovalOfMoreThanOuterClothing);
        if (tooLong >= 0)
            output.Reject(PoliceUkRules.FieldTooLong, _file.ColumnOf(tooLong));
        else if (!SourceBoolean.TryRead(row.PartOfPolicingOperation, out booleans.PartOfOperation))
            output.Reject(PoliceUkRules.UnreadableBoolean, Number(Column.PartOfOperation));
        else if (!SourceBoolean.TryRead(row.OutcomeLinkedToObjectOfSearch, out booleans.OutcomeLinked))
            output.Reject(PoliceUkRules.UnreadableBoolean, Number(Column.OutcomeLinked));
        else if (!SourceBoolean.TryRead(row.RemovalOfMoreThanOuterClothing, out booleans.OuterClothing))
            output.Reject(PoliceUkRules.UnreadableBoolean, Number(Column.OuterClothing));
        return !output.IsRejected;
    }

    private void MapStop(
        in StopSearchRow row,
        RowOutput output,
        (bool? PartOfOperation, bool? OutcomeLinked, bool? OuterClothing) booleans,
        bool hasPlace,
        in PlaceColumns columns)
    {
        if (_force.Agency is null)
            output.Report(PoliceUkRules.NoForce);
        RecordId location = default;
        if (hasPlace)
            location = _places.Add(columns, _force, Number(Column.Longitude), output);
        else
            output.Report(PoliceUkRules.NoLocation, Number(Column.Longitude));

        var id = _key.Start("row").Add(_file.Name.Text).Add(row.RowNumber).ToId();
        output.Add(new StopSearch
        {
            Id = id,
            Controllers = _force.Controllers,
            Source = _source,
            Collection = SourceRecords.Collection,
            Kind = Code(_words.StopTypes.Find(row.Type), Column.Type, output),
            At = Time(row.Date, output),
            PartOfOperation = booleans.PartOfOperation,
            Operation = string.IsNullOrWhiteSpace(row.PolicingOperation) ? null : row.PolicingOperation,
            Subject = Subject(row, output),
            Legislation = Code(_words.Legislation.Find(row.Legislation), Column.Legislation, output),
            ObjectOfSearch = Code(_words.Objects.Find(row.ObjectOfSearch), Column.Object, output),
            Outcome = Code(_words.StopOutcomes.Find(row.Outcome), Column.Outcome, output, PoliceUkRules.UnlistedOutcome),
            OutcomeLinkedToObject = booleans.OutcomeLinked,
            MoreThanOuterClothing = booleans.OuterClothing,
        });
        if (hasPlace)
            output.Add(_links.OccurredAt(id, "stop-search", location));
    }

    private PartialDateTime Time(string text, RowOutput output)
    {
        var time = string.IsNullOrWhiteSpace(text) ? default : PartialDateTime.FromText(text);
        if (time.IsAbsent || time.IsMalformed)
            output.Report(PoliceUkRules.UnreadableStopTime, Number(Column.Date));
        return time;
    }

    private SearchedPerson? Subject(in StopSearchRow row, RowOutput output)
    {
        var gender = Code(_words.Genders.Find(row.Gender), Column.Gender, output);
        var age = Code(_words.AgeRanges.Find(row.AgeRange), Column.AgeRange, output);
        var selfDefined = Code(_words.SelfDefinedEthnicities.Find(row.SelfDefinedEthnicity), Column.SelfDefinedEthnicity, output);
        var observed = Code(_words.ObservedEthnicities.Find(row.OfficerDefinedEthnicity), Column.ObservedEthnicity, output);
        if (gender is null && age is null && selfDefined is null && observed is null)
            return null;
        return new SearchedPerson { Gender = gender, AgeRange = age, SelfDefinedEthnicity = selfDefined, ObservedEthnicity = observed };
    }

    private T? Code<T>(SourceWord<T>? word, Column column, RowOutput output, FindingRule? unlisted = null)
        where T : CodedValue
    {
        if (word is { IsListed: false })
            output.Report(unlisted ?? PoliceUkRules.UnlistedWords, Number(column));
        return word?.Value;
    }
}
