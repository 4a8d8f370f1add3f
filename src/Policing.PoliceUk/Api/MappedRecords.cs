using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Api;

/// <summary>
/// What became of one answer. Each of its elements was mapped, or rejected, or had been mapped before: <see cref="Elements"/> is
/// <see cref="Mapped"/> + <see cref="Rejected"/> + <see cref="Repeated"/>. Immutable.
/// </summary>
public sealed class MappedRecords
{
    internal MappedRecords(ApiOutput output, int elements)
    {
        Records = output.Records;
        Elements = elements;
        Rejected = output.Rejected;
        Repeated = output.Repeated;
        Findings = output.Findings;
    }

    /// <summary>The records: a place before what was there, and a link after its ends.</summary>
    public IReadOnlyList<PoliceRecord> Records { get; }

    /// <summary>How many elements the answer had.</summary>
    public int Elements { get; }

    /// <summary>How many of them became records.</summary>
    public int Mapped => Elements - Rejected - Repeated;

    /// <summary>Of how many no record could be made; the findings say why, and they are still in the answer.</summary>
    public int Rejected { get; }

    /// <summary>How many the same mapping had written before, as where two areas overlap.</summary>
    public int Repeated { get; }

    /// <summary>What was found, in the order of the rule ids. The line of a place is the number of the element, from 1; ten places of each rule.</summary>
    public IReadOnlyList<RuleFindings> Findings { get; }

    /// <summary>The records in one bundle, which notes the licence of the data.</summary>
    /// <param name="status">What the data is: <see cref="OperationalStatus.Actual"/> of the service itself, <see cref="OperationalStatus.Test"/> of another.</param>
    /// <param name="id">The id of the bundle; a new one if not given.</param>
    public Bundle ToBundle(OperationalStatus status, RecordId id = default) => new()
    {
        Id = id.IsAbsent ? RecordId.New() : id,
        Source = SourceRecords.OfPlaces,
        Collection = SourceRecords.Collection,
        Kind = BundleKind.Collection,
        OperationalStatus = status,
        Records = ValueList.From(Records),
        Extensions = PoliceUkLicence.Note,
    };
}
