using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>Maps stops of answers, with place and link. Not thread-safe.</summary>
internal sealed class ApiStops(SourceVocabulary words, KeyText key, ApiPlaces places)
{
    private readonly RecordLinks _links = new(key);
    private readonly SourceRecords _sources = new();

    public void Map(StreetStop stop, DataMonth month, SourceForce force, RepeatedKeys repeated, ApiOutput output)
    {
        if (FieldLength.FirstOver(Texts(stop)) >= 0)
            output.Reject(PoliceUkRules.FieldTooLong);
        else if (ApiPlaces.IsHalf(stop.Location))
            output.Reject(PoliceUkRules.UnreadableCoordinates);
        else if (Id(stop, month, force, repeated) is var id && output.IsWritten(id))
            output.Repeated++;
        else
            Write(stop, id, month, force, output);
    }

    private static string[] Texts(StreetStop stop) =>
    [
        stop.At.Text, Or(stop.Kind), Or(stop.OperationName), Or(stop.Gender), Or(stop.AgeRange), Or(stop.SelfDefinedEthnicity),
        Or(stop.OfficerDefinedEthnicity), Or(stop.Legislation), Or(stop.ObjectOfSearch), Or(stop.Outcome), Or(stop.OutcomeObject?.Id),
        Or(stop.OutcomeObject?.Name), Or(stop.Location?.Street?.Name),
    ];

    private static string Or(string? text) => text ?? string.Empty;

    private static bool HasMore(StreetStop stop) =>
        stop.Unknown is not null || stop.OutcomeObject?.Unknown is not null
        || stop.Location is { } place && (place.Unknown is not null || place.Street?.Unknown is not null);

    /// <summary>Nothing is a key of a stop: its id is made of all that it says, and a number where several say the same.</summary>
    private RecordId Id(StreetStop stop, DataMonth month, SourceForce force, RepeatedKeys repeated)
    {
        key.Start("api-stop").Add(Or(force.Agency?.Id)).Add(month.ToPartialDateTime().Text).Add(stop.Location?.Latitude).Add(stop.Location?.Longitude);
        foreach (var text in Texts(stop))
            key.Add(text);
        key.Add(Digit(stop.InvolvedPerson)).Add(Digit(stop.Operation)).Add(Digit(stop.OutcomeLinkedToObject)).Add(Digit(stop.MoreThanOuterClothing));
        return repeated.Next(key, out _);
    }

    private static long Digit(bool? flag) => flag switch { null => 0, false => 1, true => 2 };

    private void Write(StreetStop stop, RecordId id, DataMonth month, SourceForce force, ApiOutput output)
    {
        if (force.Agency is null)
            output.Report(PoliceUkRules.NoForceInAnswer);
        if (HasMore(stop))
            output.Report(PoliceUkRules.MembersNotMapped);
        KnownPlace? location = null;
        if (ApiPlaces.IsPlace(stop.Location))
            location = places.Add(stop.Location!, force, output);
        else
            output.Report(PoliceUkRules.NoLocation);

        output.Add(new StopSearch
        {
            Id = id,
            Controllers = force.Controllers,
            Source = _sources.Keyless(month.ToPartialDateTime(), force.Agency),
            Collection = SourceRecords.Collection,
            Kind = Code(words.StopTypes.Find(Or(stop.Kind)), output),
            At = Time(stop.At, output),
            PartOfOperation = stop.Operation,
            Operation = string.IsNullOrWhiteSpace(stop.OperationName) ? null : stop.OperationName,
            Subject = Subject(stop, output),
            Legislation = Code(words.Legislation.Find(Or(stop.Legislation)), output),
            ObjectOfSearch = Code(words.Objects.Find(Or(stop.ObjectOfSearch)), output),
            Outcome = Code(words.StopOutcomes.Find(stop.Outcome ?? Or(stop.OutcomeObject?.Name)), output, PoliceUkRules.UnlistedOutcome),
            OutcomeLinkedToObject = stop.OutcomeLinkedToObject,
            MoreThanOuterClothing = stop.MoreThanOuterClothing,
        });
        if (location is not null)
            output.Add(_links.OccurredAt(id, "stop-search", location.Id));
    }

    private static PartialDateTime Time(PartialDateTime at, ApiOutput output)
    {
        if (at.IsAbsent || at.IsMalformed)
            output.Report(PoliceUkRules.UnreadableStopTime);
        return at;
    }

    private SearchedPerson? Subject(StreetStop stop, ApiOutput output)
    {
        var gender = Code(words.Genders.Find(Or(stop.Gender)), output);
        var age = Code(words.AgeRanges.Find(Or(stop.AgeRange)), output);
        var selfDefined = Code(words.SelfDefinedEthnicities.Find(Or(stop.SelfDefinedEthnicity)), output);
        var observed = Code(words.ObservedEthnicities.Find(Or(stop.OfficerDefinedEthnicity)), output);
        if (gender is null && age is null && selfDefined is null && observed is null)
            return null;
        return new SearchedPerson { Gender = gender, AgeRange = age, SelfDefinedEthnicity = selfDefined, ObservedEthnicity = observed };
    }

    private static T? Code<T>(SourceWord<T>? word, ApiOutput output, FindingRule? unlisted = null)
        where T : CodedValue
    {
        if (word is { IsListed: false })
            output.Report(unlisted ?? PoliceUkRules.UnlistedWords);
        return word?.Value;
    }
}
