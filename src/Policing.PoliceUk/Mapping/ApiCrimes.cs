using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>Maps crimes and incidents of anti-social behaviour of answers, with place and link. Not thread-safe.</summary>
internal sealed class ApiCrimes(SourceVocabulary words, KeyText key, ApiPlaces places)
{
    private readonly RecordLinks _links = new(key);
    private readonly SourceRecords _sources = new();
    private readonly SharedParts<CrimeCategory, ValueList<CrimeClassification>> _classifications =
        new(static category => [new CrimeClassification { Category = category }]);

    private (OutcomeCategory? Category, PartialDateTime AsOf, PublishedOutcome? Outcome) _lastOutcome;

    /// <summary>Maps an element of an answer of crimes.</summary>
    public void Map(StreetCrime crime, SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        if (Fault(crime) is { } fault)
        {
            output.Reject(fault);
            return;
        }

        var id = Id(crime, repeated, output);
        if (output.IsWritten(id))
            output.Repeated++;
        else
            Write(crime, id, asked, output);
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
        if (!output.IsWritten(id))
            Write(crime, id, SourceForce.None, output);
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

    private void Write(StreetCrime crime, RecordId id, SourceForce asked, ApiOutput output)
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
        var isCrime = !IsAntiSocialBehaviour(category);
        output.Add(isCrime ? Crime(crime, id, category, force, output) : AntiSocialBehaviour(crime, id, force));
        if (!location.IsAbsent)
            output.Add(_links.OccurredAt(id, isCrime ? "crime" : "anti-social-behaviour", location));
    }

    /// <summary>The id of an element: as in the archive where it has a persistent id.</summary>
    private RecordId Id(StreetCrime crime, RepeatedKeys repeated, ApiOutput output)
    {
        var id = repeated.Next(Key(crime), out var isRepeated);
        if (isRepeated)
            output.Report(PoliceUkRules.RepeatedRow);
        return id;
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
