using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Makes records of the common model of answers: crimes, anti-social behaviour, outcomes and stops, with their places and links. Not thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// It writes each record once, however often it is asked for, and remembers some 30 bytes for each: take one mapping for what belongs together, such
/// as a file or a bundle. Map crimes before their outcomes: the crime within an outcome lacks the latest outcome.
/// </para>
/// <para>
/// What has a persistent id has the same id as from the archive; docs/mapping-data-police-uk.md says why the rest cannot. Every point is marked as
/// anonymised, every record with its source; <see cref="PoliceUkLicence"/> has the words that the licence asks for.
/// </para>
/// </remarks>
public sealed class ApiMapping
{
    private readonly SourceVocabulary _words;
    private readonly WrittenIds _written = new();
    private readonly ApiPlaces _places;
    private readonly ApiCrimes _crimes;
    private readonly ApiOutcomes _outcomes;
    private readonly ApiStops _stops;

    /// <summary>A mapping that has written nothing yet.</summary>
    /// <param name="referenceData">The code lists that the words of the source are looked up in; those of this release if not given.</param>
    public ApiMapping(IReferenceData? referenceData = null)
    {
        _words = new(referenceData ?? ReferenceData.BuiltIn);
        var key = new KeyText();
        _places = new(key);
        _crimes = new(_words, key, _places);
        _outcomes = new(_words, key, _crimes);
        _stops = new(_words, key, _places);
    }

    /// <summary>Crimes and anti-social behaviour, each with its place.</summary>
    /// <param name="crimes">The answer.</param>
    /// <param name="force">The force that was asked for; null where an area was, since the answer does not say which force gave what.</param>
    public MappedRecords Map(ValueList<StreetCrime> crimes, PoliceAgency? force = null)
    {
        var (output, repeated, asked) = (Begin(), new RepeatedKeys(), Force(force));
        _crimes.Map(crimes.AsSpan(), asked, repeated, output);
        return End(output, crimes.Count);
    }

    /// <summary>Outcomes, each with its crime, and the crime's place.</summary>
    /// <param name="outcomes">The answer.</param>
    public MappedRecords Map(ValueList<StreetOutcome> outcomes)
    {
        var (output, repeated) = (Begin(), new RepeatedKeys());
        foreach (var outcome in outcomes)
        {
            output.Element++;
            _outcomes.Map(outcome, outcome.Crime, repeated, output);
        }

        return End(output, outcomes.Count);
    }

    /// <summary>A crime and all its outcomes.</summary>
    /// <param name="history">The answer.</param>
    public MappedRecords Map(CrimeHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (output, repeated) = (Begin(), new RepeatedKeys());
        foreach (var outcome in history.Outcomes)
        {
            output.Element++;
            _outcomes.Map(outcome, outcome.Crime ?? history.Crime, repeated, output);
        }

        return End(output, history.Outcomes.Count);
    }

    /// <summary>Stops, each with its place.</summary>
    /// <param name="stops">The answer.</param>
    /// <param name="month">The month that was asked for; the answer does not repeat it.</param>
    /// <param name="force">The force that was asked for; null where an area was.</param>
    public MappedRecords Map(ValueList<StreetStop> stops, DataMonth month, PoliceAgency? force = null)
    {
        var (output, repeated, asked) = (Begin(), new RepeatedKeys(), Force(force));
        foreach (var stop in stops)
        {
            output.Element++;
            _stops.Map(stop, month, asked, repeated, output);
        }

        return End(output, stops.Count);
    }

    private ApiOutput Begin()
    {
        _written.BeginAnswer();
        return new(_written);
    }

    private MappedRecords End(ApiOutput output, int elements)
    {
        _places.EndAnswer();
        return new(output, elements);
    }

    private SourceForce Force(PoliceAgency? force) => _words.Forces.OfSlug(force?.OwnCode);
}
