using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>
/// What it takes to say whether a link's role fits its ends where an end does not state its type: the set tells it, once the record has been met.
/// </summary>
internal readonly struct LinkJudgement
{
    private readonly CodeEntry? _role;
    private readonly string? _fromType;
    private readonly string? _toType;
    private readonly Guid _from;
    private readonly Guid _to;

    public LinkJudgement(Link link, IReferenceData codes, long line)
    {
        Line = line;
        _fromType = link.From?.Kind;
        _toType = link.To?.Kind;
        if (_fromType is not null && _toType is not null) return;
        _role = link.Role?.EntryIn(codes);
        _from = link.From?.Id.Uuid ?? default;
        _to = link.To?.Id.Uuid ?? default;
    }

    /// <summary>The line of the link.</summary>
    public long Line { get; }

    /// <summary>False when the link's own rule said all there is to say: both types are stated, or the role is not known.</summary>
    public bool IsNeeded => _role is not null;

    /// <summary>True when nothing more can be learnt of the ends.</summary>
    public bool IsComplete(RecordSet set) => IsKnown(_fromType, _from, set) && IsKnown(_toType, _to, set);

    /// <summary>Whether the role fits the types that the set tells. A misfit of what is stated alone is the link's own finding, not counted twice.</summary>
    public bool Fits(RecordSet set) =>
        RoleKinds.Fit(_role, _fromType ?? set.TypeOf(_from), _toType ?? set.TypeOf(_to)) || !RoleKinds.Fit(_role, _fromType, _toType);

    private static bool IsKnown(string? type, Guid id, RecordSet set) => type is not null || id == Guid.Empty || set.Contains(id);
}
