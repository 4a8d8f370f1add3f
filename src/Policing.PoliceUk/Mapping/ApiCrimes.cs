using System.Runtime.InteropServices;
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
    private readonly List<SoundCrime> _sound = new(AtATime);
    private readonly List<(RecordId Event, string Kind, KnownPlace Place)> _placed = new(AtATime);
    private readonly SourceRecords _sources = new();
    private readonly SharedParts<CrimeCategory, ValueList<CrimeClassification>> _classifications =
        new(static category => [new CrimeClassification { Category = category }]);

    private readonly Dictionary<OutcomeStatus, PublishedOutcome?> _outcomes = new(ReferenceEqualityComparer.Instance);
    private (PartialDateTime Month, string Text) _month = (default, string.Empty);

    /// <summary>Maps an answer of crimes, some hundred at a time: ids that are derived together cost less.</summary>
    public void Map(ReadOnlySpan<StreetCrime> crimes, SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        output.Records.EnsureCapacity(2 * crimes.Length);
        for (var start = 0; start < crimes.Length; start += AtATime)
            MapSome(crimes.Slice(start, Math.Min(AtATime, crimes.Length - start)), start + 1, asked, repeated, output);
        _outcomes.Clear();
    }

    /// <summary>The crime that stands in an outcome: its id, and its record where the mapping has not written it.</summary>
    /// <returns>The id; absent where no record can be made of it, which is reported.</returns>
    public RecordId Within(StreetCrime crime, ApiOutput output)
    {
        if (Fault(crime, out var category) is { } fault)
        {
            output.Report(fault);
            return default;
        }

        var sound = new SoundCrime(crime, category!, output.Element);
        var id = Key(sound).Add(1).ToId();
        if (output.Begin(id, out _) && Write(sound, id, SourceForce.None, output) is { } place)
            output.Add(_links.OccurredAt(id, sound.Kind, place.Id));
        _outcomes.Clear();
        return id;
    }

    private static bool IsAntiSocialBehaviour(SourceWord<CrimeCategory> category) =>
        string.Equals(category.Key, CrimeCategory.AntiSocialBehaviour.Code, StringComparison.Ordinal);

    private static bool HasMore(StreetCrime crime) =>
        !string.IsNullOrWhiteSpace(crime.LocationSubtype) || crime.Unknown is not null || crime.OutcomeStatus?.Unknown is not null
        || crime.Location is { } place && (place.Unknown is not null || place.Street?.Unknown is not null);

    /// <summary>Why no record can be made of it; null where one can.</summary>
    private FindingRule? Fault(StreetCrime crime, out SourceWord<CrimeCategory>? category)
    {
        category = words.CrimeTypes.FindCode(crime.Category);
        if (crime.Month.Precision != DatePrecision.Month)
            return PoliceUkRules.UnreadableMonth;
        if (FieldLength.FirstOver(
            crime.Category ?? string.Empty, crime.PersistentId ?? string.Empty, crime.Context ?? string.Empty,
            crime.Location?.Street?.Name ?? string.Empty, crime.OutcomeStatus?.Category ?? string.Empty) >= 0)
            return PoliceUkRules.FieldTooLong;
        if (category is null)
            return PoliceUkRules.NoCrimeType;
        if (IsAntiSocialBehaviour(category) && !string.IsNullOrWhiteSpace(crime.OutcomeStatus?.Category))
            return PoliceUkRules.OutcomeOfAntiSocialBehaviour;
        return ApiPlaces.IsHalf(crime.Location) ? PoliceUkRules.UnreadableCoordinates : null;
    }

    private void MapSome(ReadOnlySpan<StreetCrime> crimes, int firstElement, SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        for (var i = 0; i < crimes.Length; i++)
        {
            output.Element = firstElement + i;
            if (Fault(crimes[i], out var category) is { } fault)
            {
                output.Reject(fault);
                continue;
            }

            var sound = new SoundCrime(crimes[i], category!, output.Element);
            _sound.Add(sound);
            _ids.Add(Key(sound).Add(1).Text);
        }

        WriteEvents(asked, repeated, output);
        WriteLinks(output);
    }

    private void WriteEvents(SourceForce asked, RepeatedKeys repeated, ApiOutput output)
    {
        var ids = _ids.Compute();
        for (var i = 0; i < _sound.Count; i++)
        {
            var sound = _sound[i];
            output.Element = sound.Element;
            var id = ids[i];
            var isNew = output.Begin(id, out var isOfThisAnswer);
            if (isOfThisAnswer)
            {
                output.Report(PoliceUkRules.RepeatedRow);
                id = Key(sound).Add(repeated.Again(id)).ToId();
                isNew = output.Begin(id, out _);
            }

            if (!isNew)
                output.Repeated++;
            else if (Write(sound, id, asked, output) is { } place)
                _placed.Add((id, sound.Kind, place));
        }

        _sound.Clear();
    }

    private void WriteLinks(ApiOutput output)
    {
        foreach (var (from, _, place) in _placed)
            _ids.Add(_links.KeyOfOccurredAt(from, place.Id).Text);
        var ids = _ids.Compute();
        for (var i = 0; i < _placed.Count; i++)
        {
            var (from, kind, place) = _placed[i];
            // The event is new, and so is its link.
            output.AddNew(RecordLinks.OccurredAt(ids[i], from, kind, place.End));
        }

        _placed.Clear();
    }

    /// <summary>Writes the place, if it is new, and the event.</summary>
    /// <returns>The place; null where there is none.</returns>
    private KnownPlace? Write(in SoundCrime sound, RecordId id, SourceForce asked, ApiOutput output)
    {
        var crime = sound.Crime;
        var force = string.Equals(crime.LocationType, "BTP", StringComparison.Ordinal) ? words.Forces.OfSlug("btp") : asked;
        if (force.Agency is null)
            output.Report(PoliceUkRules.NoForceInAnswer);
        if (HasMore(crime))
            output.Report(PoliceUkRules.MembersNotMapped);
        KnownPlace? place = null;
        if (ApiPlaces.IsPlace(crime.Location))
            place = places.Add(crime.Location!, force, output);
        else
            output.Report(PoliceUkRules.NoLocation);

        output.AddNew(sound.IsAntiSocialBehaviour ? AntiSocialBehaviour(crime, id, force) : Crime(crime, id, sound.Category, force, output));
        return place;
    }

    private KeyText Key(in SoundCrime sound)
    {
        var crime = sound.Crime;
        if (string.IsNullOrWhiteSpace(crime.PersistentId))
            key.Start("api-crime").Add(crime.Id ?? 0);
        else
            key.Start("crime").Add(crime.PersistentId);
        return key.Add(TextOf(crime.Month)).Add(sound.Category.Key).Add(crime.Location?.Latitude).Add(crime.Location?.Longitude);
    }

    private string TextOf(PartialDateTime month)
    {
        if (_month.Month != month)
            _month = (month, month.Text);
        return _month.Text;
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
        if (!_outcomes.TryGetValue(status, out var outcome))
            _outcomes.Add(status, outcome = new PublishedOutcome { Category = word.Value, AsOf = status.Date });
        return outcome;
    }

    /// <summary>A crime of which a record can be made.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct SoundCrime(StreetCrime Crime, SourceWord<CrimeCategory> Category, int Element)
    {
        public bool IsAntiSocialBehaviour => ApiCrimes.IsAntiSocialBehaviour(Category);

        public string Kind => IsAntiSocialBehaviour ? "anti-social-behaviour" : "crime";
    }
}
