namespace Policing.DataModel.Validation;

/// <summary>The ids of a set, and the ends that were declared external to it: 16 bytes a record, and the table around them.</summary>
internal sealed class RecordSet
{
    private readonly HashSet<Guid> _ids = [];

    /// <summary>False when a record of this id was there already. A malformed id is not counted.</summary>
    public bool Add(RecordId id) => id.Uuid == Guid.Empty || _ids.Add(id.Uuid);

    public void AddExternal(LinkEnd end)
    {
        Add(end.Id);
    }

    /// <summary>
    /// Whether an end is in the set or declared external. An end that is missing or malformed has a finding of its own, and a reference in
    /// another system is external by its nature.
    /// </summary>
    public bool Holds(LinkEnd? end) =>
        end is null || end.Reference is not null || end.Id.Uuid == Guid.Empty || _ids.Contains(end.Id.Uuid);

    /// <summary>Whether a record of this id was added or declared external.</summary>
    public bool Contains(Guid id) => _ids.Contains(id);
}
