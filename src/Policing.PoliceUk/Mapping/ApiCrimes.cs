using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>Maps crimes and incidents of anti-social behaviour of answers, with place and link. Not thread-safe.</summary>
internal sealed class ApiCrimes(SourceVocabulary words, KeyText key, ApiPlaces places)
{
    private const int AtATime = 256;

    private readonly RecordLinks _links = new(key);
    private readonly DerivedIds _ids = new();
    private readonly List<(StreetCrime Crime, int Element)> _sound = new(AtATime);
    private readonly List<(RecordId Event, string Kind, RecordId Location)> _placed = new(AtATime);
    private readonly SourceRecords _sources = new();
    private readonly SharedParts<CrimeCategory, ValueList<CrimeClassification>> _classifications =
        new(static category => [new CrimeClassification { Category = category }]);

    private (OutcomeCategory? Category, PartialDateTime AsOf, PublishedOutcome? Outcome) _lastOutcome;

    /// <summary>Maps an answer of crimes, some hundred at a time: ids that are derived together cost less.</summary>
    public void Map(ReadOnlySpan<StreetCrime> crimes, SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        for (var start = 0; start < crimes.Length; start += AtATime)
            MapSome(crimes.Slice(start, Math.Min(AtATime, crimes.Length - start)), start + 1, asked, repeated, output);
    }

    /// <summary>The crime that stands in an outcome: its id, and its record where the mapping has not written it.</summary>
    /// <returns>The id; absent where no record can be made of it, which is reported.</returns>
    public RecordId Within(StreetCrime crime, ApiOutput output)
    {
        if (Fault(crime) is { } fault)
        {
            output.Report(fault);
            return default;
        }

        var id = Key(crime).Add(1).ToId();
        if (!output.IsWritten(id) && Write(crime, id, SourceForce.None, output) is { IsAbsent: false } location)
            output.Add(_links.OccurredAt(id, KindOf(crime), location));
        return id;
    }

    private static bool IsAntiSocialBehaviour(SourceWord<CrimeCategory> category) =>
        string.Equals(category.Key, CrimeCategory.AntiSocialBehaviour.Code, StringComparison.Ordinal);

    private static bool HasMore(StreetCrime crime) =>
        !string.IsNullOrWhiteSpace(crime.LocationSubtype) || crime.Unknown is not null || crime.OutcomeStatus?.Unknown is not null
        || crime.Location is { } place && (place.Unknown is not null || place.Street?.Unknown is not null);

    /// <summary>Why no record can be made of it; null where one can.</summary>
    private FindingRule? Fault(StreetCrime crime)
    {
        if (crime.Month.Precision != DatePrecision.Month)
            return PoliceUkRules.UnreadableMonth;
        if (FieldLength.FirstOver(
            crime.Category ?? string.Empty, crime.PersistentId ?? string.Empty, crime.Context ?? string.Empty,
            crime.Location?.Street?.Name ?? string.Empty, crime.OutcomeStatus?.Category ?? string.Empty) >= 0)
            return PoliceUkRules.FieldTooLong;
        if (words.CrimeTypes.FindCode(crime.Category) is not { } category)
            return PoliceUkRules.NoCrimeType;
        if (!string.IsNullOrWhiteSpace(crime.OutcomeStatus?.Category) && IsAntiSocialBehaviour(category))
            return PoliceUkRules.OutcomeOfAntiSocialBehaviour;
        return ApiPlaces.IsHalf(crime.Location) ? PoliceUkRules.UnreadableCoordinates : null;
    }

    private void MapSome(ReadOnlySpan<StreetCrime> crimes, int firstElement, SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        for (var i = 0; i < crimes.Length; i++)
        {
            output.Element = firstElement + i;
            if (Fault(crimes[i]) is { } fault)
            {
                output.Reject(fault);
                continue;
            }

            _sound.Add((crimes[i], output.Element));
            _ids.Add(Key(crimes[i]).Add(1).Text);
        }

        WriteEvents(asked, repeated, output);
        WriteLinks(output);
    }

    private void WriteEvents(SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        var ids = _ids.Compute();
        for (var i = 0; i < _sound.Count; i++)
        {
            (var crime, output.Element) = _sound[i];
            var id = Id(crime, ids[i], repeated, output);
            if (output.IsWritten(id))
                output.Repeated++;
            else if (Write(crime, id, asked, output) is { IsAbsent: false } location)
                _placed.Add((id, KindOf(crime), location));
        }

        _sound.Clear();
    }

    private void WriteLinks(ApiOutput output)
    {
        foreach (var (from, _, location) in _placed)
            _ids.Add(_links.KeyOfOccurredAt(from, location).Text);
        var ids = _ids.Compute();
        for (var i = 0; i < _placed.Count; i++)
        {
            var (from, kind, location) = _placed[i];
            output.Add(RecordLinks.OccurredAt(ids[i], from, kind, location));
        }

        _placed.Clear();
    }

    /// <summary>Writes the place, if it is new, and the event.</summary>
    /// <returns>The place; absent where there is none.</returns>
    private RecordId Write(StreetCrime crime, RecordId id, SourceForce asked, ApiOutput output)
    {
        var force = string.Equals(crime.LocationType, "BTP", StringComparison.Ordinal) ? words.Forces.OfSlug("btp") : asked;
        if (force.Agency is null)
            output.Report(PoliceUkRules.NoForceInAnswer);
        if (HasMore(crime))
            output.Report(PoliceUkRules.MembersNotMapped);
        RecordId location = default;
        if (ApiPlaces.IsPlace(crime.Location))
            location = places.Add(crime.Location!, force, output);
        else
            output.Report(PoliceUkRules.NoLocation);

        var category = words.CrimeTypes.FindCode(crime.Category)!;
        output.Add(IsAntiSocialBehaviour(category) ? AntiSocialBehaviour(crime, id, force) : Crime(crime, id, category, force, output));
        return location;
    }

    private string KindOf(StreetCrime crime) =>
        IsAntiSocialBehaviour(words.CrimeTypes.FindCode(crime.Category)!) ? "anti-social-behaviour" : "crime";

    /// <summary>The id of an element: as in the archive where it has a persistent id.</summary>
    private RecordId Id(StreetCrime crime, RecordId first, RepeatedKeys repeated, ApiOutput output)
    {
        var ordinal = repeated.Ordinal(first);
        if (ordinal == 1)
            return first;
        output.Report(PoliceUkRules.RepeatedRow);
        return Key(crime).Add(ordinal).ToId();
    }

    private KeyText Key(StreetCrime crime)
    {
        var category = words.CrimeTypes.FindCode(crime.Category)!.Key;
        return string.IsNullOrWhiteSpace(crime.PersistentId)
            ? key.Start("api-crime").Add(crime.Id ?? 0).Add(crime.Month.Text).Add(category).Add(crime.Location?.Latitude).Add(crime.Location?.Longitude)
            : key.Start("crime").Add(crime.PersistentId).Add(crime.Month.Text).Add(category).Add(crime.Location?.Latitude).Add(crime.Location?.Longitude);
    }

    private RecordSource Source(StreetCrime crime, SourceForce force) => string.IsNullOrWhiteSpace(crime.PersistentId)
        ? _sources.Keyless(crime.Month, force.Agency)
        : SourceRecords.Keyed(crime.PersistentId, crime.Month, force.Agency);

    private Crime Crime(StreetCrime crime, RecordId id, SourceWord<CrimeCategory> category, SourceForce force, ApiOutput output)
    {
        if (!category.IsListed)
            output.Report(PoliceUkRules.UnlistedCrimeType);
        return new()
        {
            Id = id,
            Controllers = force.Controllers,
            Source = Source(crime, force),
            Collection = SourceRecords.Collection,
            Classifications = _classifications.Of(category.Value),
            LatestOutcome = Outcome(crime.OutcomeStatus, output),
            Context = string.IsNullOrWhiteSpace(crime.Context) ? null : crime.Context,
        };
    }

    private AntiSocialBehaviour AntiSocialBehaviour(StreetCrime crime, RecordId id, SourceForce force) => new()
    {
        Id = id,
        Controllers = force.Controllers,
        Source = Source(crime, force),
        Collection = SourceRecords.Collection,
        Context = string.IsNullOrWhiteSpace(crime.Context) ? null : crime.Context,
    };

    private PublishedOutcome? Outcome(OutcomeStatus? status, ApiOutput output)
    {
        if (status?.Category is not { } text || words.Outcomes.Find(text) is not { } word)
            return null;
        if (!word.IsListed)
            output.Report(PoliceUkRules.UnlistedOutcome);
        if (!ReferenceEquals(_lastOutcome.Category, word.Value) || _lastOutcome.AsOf != status.Date)
            _lastOutcome = (word.Value, status.Date, new PublishedOutcome { Category = word.Value, AsOf = status.Date });
        return _lastOutcome.Outcome;
    }
}
