using Policing.DataModel;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Import;

namespace Policing.PoliceUk.Mapping;

/// <summary>What becomes of one answer: records, and what was found element by element. Not thread-safe.</summary>
/// <param name="written">What the mapping has written.</param>
internal sealed class ApiOutput(WrittenIds written)
{
    private const int MostPlaces = 10;

    private readonly FindingTally _findings = new(MostPlaces);
    /// <summary>The number, from 1, of the element in hand.</summary>
    public int Element { get; set; }

    public List<PoliceRecord> Records { get; } = [];

    public int Rejected { get; private set; }

    public int Repeated { get; set; }

    public IReadOnlyList<RuleFindings> Findings => _findings.InOrder();

    /// <summary>Whether the mapping has written it.</summary>
    public bool IsWritten(RecordId id) => written.Contains(id);

    /// <summary>Notes that it is written, or would have been.</summary>
    /// <param name="id">The id.</param>
    /// <param name="isOfThisAnswer">Whether it came in this answer before.</param>
    /// <returns>False where the mapping has written it before.</returns>
    public bool Begin(RecordId id, out bool isOfThisAnswer)
    {
        var before = written.Note(id);
        isOfThisAnswer = before == written.Answer;
        return before == 0;
    }

    /// <summary>Adds a record, if the mapping has not written it.</summary>
    public void Add(PoliceRecord record)
    {
        if (written.Note(record.Id) == 0)
            Records.Add(record);
    }

    /// <summary>Adds a record that is known to be new.</summary>
    public void AddNew(PoliceRecord record) => Records.Add(record);

    public void Report(FindingRule rule) => _findings.Add(rule, new FindingPlace(Element, Column: 0, Pointer: null));

    /// <summary>No record can be made of the element.</summary>
    public void Reject(FindingRule rule)
    {
        Report(rule);
        Rejected++;
    }
}
