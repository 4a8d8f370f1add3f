namespace Policing.Ethics.Audit;

/// <summary>Takes findings of several threads, up to a bound. Thread-safe.</summary>
internal sealed class CheckFindings(int most)
{
    private readonly Lock _lock = new();
    private readonly List<AuditFinding> _findings = [];

    public bool HasMore { get; private set; }

    public void Add(AuditFindingKind kind, ulong from, ulong to, string place)
    {
        lock (_lock)
        {
            // A stretch counts as one.
            if (_findings.Count > 0 && _findings[^1] is { } last && last.Kind == kind && last.Place == place && last.To + 1 == from) _findings[^1] = last with { To = to };
            else if (_findings.Count < most) _findings.Add(new(kind, from, to, place));
            else HasMore = true;
        }
    }

    public void Add(AuditFindingKind kind, ulong at, string place) => Add(kind, at, at, place);

    public bool Any()
    {
        lock (_lock) return _findings.Count > 0;
    }

    public bool Any(ulong from, ulong to)
    {
        lock (_lock) return _findings.Any(finding => finding.Place is "entry" && finding.From <= to && finding.To >= from);
    }

    public IReadOnlyList<AuditFinding> All()
    {
        lock (_lock) return [.. _findings.OrderBy(finding => finding.From).ThenBy(finding => finding.Kind)];
    }
}
