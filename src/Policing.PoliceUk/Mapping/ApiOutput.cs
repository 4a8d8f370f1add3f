using Policing.DataModel;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Import;

namespace Policing.PoliceUk.Mapping;

/// <summary>What becomes of one answer: records, and what was found element by element. Not thread-safe.</summary>
/// <param name="written">The ids of all that was written by the mapping before.</param>
internal sealed class ApiOutput(IdSet written)
{
    private const int MostPlaces = 10;

    private readonly FindingTally _findings = new(MostPlaces);
    /// <summary>The number, from 1, of the element in hand.</summary>
    public int Element { get; set; }

    public List<PoliceRecord> Records { get; } = [];

    public int Rejected { get; private set; }

    public int Repeated { get; set; }

    public IReadOnlyList<RuleFindings> Findings => _findings.InOrder();

    public bool IsWritten(RecordId id) => written.Contains(id.Uuid);

    /// <summary>Adds a record; false where the mapping has written it before.</summary>
    public bool Add(PoliceRecord record)
    {
        if (!written.Add(record.Id.Uuid))
            return false;
        Records.Add(record);
        return true;
    }

    public void Report(FindingRule rule) => _findings.Add(rule, new FindingPlace(Element, Column: 0, Pointer: null));

    /// <summary>No record can be made of the element.</summary>
    public void Reject(FindingRule rule)
    {
        Report(rule);
        Rejected++;
    }
}
