using System.Runtime.InteropServices;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Import;

/// <summary>Counts one run. The good path touches two numbers; rules and findings cost only where there is something to find.</summary>
internal sealed class ImportTally
{
    private readonly int _input;
    private readonly int _maxFindings;
    private readonly Dictionary<FindingRule, long> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly List<RowFinding> _findings = [];
    private long _found;

    public ImportTally(RowImportOptions options)
    {
        _input = options.Input;
        _maxFindings = options.MaxFindings;
        foreach (var finding in options.InputFindings)
            Keep(finding);
    }

    public long Written { get; private set; }

    public long Rejected { get; private set; }

    public long Records { get; private set; }

    public RowImportProgress Progress => new(Written + Rejected, Written, Rejected, Records);

    public void Write(int records)
    {
        Written++;
        Records += records;
    }

    public void Reject(FindingRule rule, long line, int column, string? exceptionType)
    {
        Rejected++;
        Keep(new RowFinding(rule, _input, line, column, rejected: true, exceptionType));
    }

    public void Find(FindingRule rule, long line, int column) =>
        Keep(new RowFinding(rule, _input, line, column));

    public RowImportReport ToReport() => new(_input, Written, Rejected, Records, CountsInOrder(), [.. _findings], _found - _findings.Count);

    private void Keep(RowFinding finding)
    {
        _found++;
        CollectionsMarshal.GetValueRefOrAddDefault(_rules, finding.Rule, out _)++;
        if (_findings.Count < _maxFindings)
            _findings.Add(finding);
    }

    private RuleCount[] CountsInOrder()
    {
        var counts = new RuleCount[_rules.Count];
        var i = 0;
        foreach (var (rule, count) in _rules)
            counts[i++] = new RuleCount(rule, count);
        Array.Sort(counts, static (a, b) => string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        return counts;
    }
}
