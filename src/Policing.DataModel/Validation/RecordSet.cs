using System.Runtime.InteropServices;

namespace Policing.DataModel.Validation;

/// <summary>
/// The ids of a set, and the ends that were declared external to it: 16 bytes a record, and the tables around them. There are many small tables
/// rather than a large one: a table that outgrows its place then never is a large object, of which the collector leaves the old ones lying.
/// </summary>
internal sealed class RecordSet
{
    private const int Tables = 256;

    private readonly HashSet<Guid>?[] _ids = new HashSet<Guid>?[Tables];

    /// <summary>False when a record of this id was there already. A malformed id is not counted.</summary>
    public bool Add(RecordId id) => id.Uuid == Guid.Empty || (_ids[TableOf(id.Uuid)] ??= []).Add(id.Uuid);

    /// <summary>
    /// Whether an end is in the set or declared external. An end that is missing or malformed has a finding of its own, and a reference in
    /// another system is external by its nature.
    /// </summary>
    public bool Holds(LinkEnd? end) =>
        end is null || end.Reference is not null || end.Id.Uuid == Guid.Empty || Contains(end.Id.Uuid);

    /// <summary>Whether a record of this id was added or declared external.</summary>
    public bool Contains(Guid id) => _ids[TableOf(id)]?.Contains(id) == true;

    /// <summary>The last byte of an id is as good as random, be it made or derived.</summary>
    private static int TableOf(in Guid id) => MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id))[^1];
}
