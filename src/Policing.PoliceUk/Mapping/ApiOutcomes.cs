using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>Maps outcomes of answers, with the crime that each is of. Not thread-safe.</summary>
internal sealed class ApiOutcomes(SourceVocabulary words, KeyText key, ApiCrimes crimes)
{
    private readonly RecordLinks _links = new(key);
    private readonly SourceRecords _sources = new();

    public void Map(StreetOutcome outcome, StreetCrime? crime, RepeatedKeys repeated, ApiOutput output)
    {
        var category = words.Outcomes.FindCode(outcome.Category?.Code, outcome.Category?.Name);
        if (outcome.Date.Precision != DatePrecision.Month)
            output.Reject(PoliceUkRules.UnreadableMonth);
        else if (category is null)
            output.Reject(PoliceUkRules.NoOutcomeType);
        else if (FieldLength.FirstOver(outcome.Category?.Code ?? string.Empty, outcome.Category?.Name ?? string.Empty) >= 0)
            output.Reject(PoliceUkRules.FieldTooLong);
        else
            Write(outcome, crime, category, repeated, output);
    }

    private static bool HasMore(StreetOutcome outcome) =>
        outcome.PersonId is not null || outcome.Unknown is not null || outcome.Category?.Unknown is not null;

    private void Write(StreetOutcome outcome, StreetCrime? crime, SourceWord<OutcomeCategory> category, RepeatedKeys repeated, ApiOutput output)
    {
        var crimeId = crime is null ? default : crimes.Within(crime, output);
        var id = Id(outcome, crime, crimeId, category.Key, repeated, output);
        if (output.IsWritten(id))
        {
            output.Repeated++;
            return;
        }

        if (!category.IsListed)
            output.Report(PoliceUkRules.UnlistedOutcome);
        if (HasMore(outcome))
            output.Report(PoliceUkRules.MembersNotMapped);
        output.Add(new CrimeOutcome
        {
            Id = id,
            Source = HasKey(crime) ? _sources.Unnamed(outcome.Date, agency: null) : _sources.Keyless(outcome.Date, agency: null),
            Collection = SourceRecords.Collection,
            Category = category.Value,
            Date = outcome.Date,
        });
        LinkToCrime(id, crime, crimeId, output);
    }

    private void LinkToCrime(RecordId id, StreetCrime? crime, RecordId crimeId, ApiOutput output)
    {
        if (!crimeId.IsAbsent)
            output.Add(_links.OutcomeOf(id, crimeId));
        else if (HasKey(crime))
            output.Add(_links.OutcomeOf(id, new ExternalReference { System = KeyText.System, Value = crime!.PersistentId }));
        else
            output.Report(PoliceUkRules.OutcomeOfNothing);
    }

    /// <summary>As in the archive where the crime has a persistent id.</summary>
    private RecordId Id(StreetOutcome outcome, StreetCrime? crime, RecordId crimeId, string category, RepeatedKeys repeated, ApiOutput output)
    {
        if (HasKey(crime))
            key.Start("crime-outcome").Add(crime!.PersistentId!).Add(outcome.Date.Text).Add(category).Add(crime.Location?.Latitude).Add(crime.Location?.Longitude);
        else
            key.Start("api-outcome").Add(crimeId).Add(outcome.Date.Text).Add(category);
        var id = repeated.Next(key, out var isRepeated);
        if (isRepeated)
            output.Report(PoliceUkRules.RepeatedRow);
        return id;
    }

    private static bool HasKey(StreetCrime? crime) =>
        !string.IsNullOrWhiteSpace(crime?.PersistentId) && FieldLength.FirstOver(crime.PersistentId) < 0;
}
