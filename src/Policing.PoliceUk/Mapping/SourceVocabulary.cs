using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Mapping;

/// <summary>What the words of data.police.uk stand for, for one run. Not thread-safe.</summary>
internal sealed class SourceVocabulary(IReferenceData referenceData)
{
    public SourceForces Forces { get; } = new(referenceData);

    public SourceWords<CrimeCategory> CrimeTypes { get; } = new(referenceData, "crime-category");

    public SourceWords<OutcomeCategory> Outcomes { get; } = new(referenceData, "outcome-category");

    public SourceWords<StopSearchType> StopTypes { get; } = new(referenceData, "stop-search-type");

    public SourceWords<Gender> Genders { get; } = new(referenceData, "gender");

    public SourceWords<AgeRange> AgeRanges { get; } = new(referenceData, "age-range");

    public SourceWords<SelfDefinedEthnicity> SelfDefinedEthnicities { get; } = new(referenceData, "ethnicity-self-defined");

    public SourceWords<ObservedEthnicity> ObservedEthnicities { get; } = new(referenceData, "ethnicity-observed");

    public SourceWords<StopSearchLegislation> Legislation { get; } = new(referenceData, "stop-search-legislation");

    public SourceWords<StopSearchObject> Objects { get; } = new(referenceData, "stop-search-object");

    public SourceWords<StopSearchOutcome> StopOutcomes { get; } = new(referenceData, "stop-search-outcome");
}
