using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Cli.Inputs;

/// <summary>What was found in one input: counts of everything, and the first findings.</summary>
internal sealed class InputTally(RecordInput input, int shown)
{
    private readonly Dictionary<FindingRule, long> _rules = [];
    private readonly List<Finding> _first = [];

    public RecordInput Input { get; } = input;

    /// <summary>Records, a header of NDJSON among them, and texts that are none.</summary>
    public long Records { get; private set; }

    public long Invalid { get; private set; }

    /// <summary>Findings that the reader's limit dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>The first findings, those of the least severity left out where more came than are shown.</summary>
    public IReadOnlyList<Finding> First => _first;

    public IEnumerable<KeyValuePair<FindingRule, long>> Rules => _rules.OrderByDescending(r => r.Key.Severity).ThenBy(r => r.Key.Id, StringComparer.Ordinal);

    public long Findings => _rules.Values.Sum();

    public long Count(Severity severity) => _rules.Where(r => r.Key.Severity == severity).Sum(r => r.Value);

    public void Add(in RecordLine line)
    {
        Records++;
        Take(line.Result.Report);
    }

    public void Add(ValidationReport report)
    {
        Records++;
        Take(report);
    }

    /// <summary>What holds of the set and of no record of it.</summary>
    public void AddSet(ValidationReport report)
    {
        if (!report.IsValid) Invalid++;
        Note(report);
    }

    private void Take(ValidationReport report)
    {
        if (report.Findings.IsEmpty && report.Dropped == 0) return;
        if (!report.IsValid) Invalid++;
        Note(report);
    }

    private void Note(ValidationReport report)
    {
        Dropped += report.Dropped;
        foreach (Finding finding in report.Findings)
        {
            _rules[finding.Rule] = _rules.GetValueOrDefault(finding.Rule) + 1;
            if (_first.Count < shown) _first.Add(finding);
        }
    }
}
