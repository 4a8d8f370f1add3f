using System.Runtime.InteropServices;

namespace Policing.DataModel.Validation;

/// <summary>
/// The ids and types of a set, and the ends that were declared external to it: 17 bytes a record, and the tables around them. There are many
/// small tables rather than a large one: a table that outgrows its place then never is a large object, of which the collector leaves the old
/// ones lying.
/// </summary>
internal sealed class RecordSet
{
    private const int Tables = 256;

    private readonly Dictionary<Guid, byte>?[] _types = new Dictionary<Guid, byte>?[Tables];

    /// <summary>False when a record of this id was there already. A malformed id is not counted.</summary>
    public bool Add(RecordId id, string? type) => id.Uuid == Guid.Empty || (_types[TableOf(id.Uuid)] ??= []).TryAdd(id.Uuid, RoleKinds.NumberOf(type));

    /// <summary>
    /// Whether an end is in the set or declared external. An end that is missing or malformed has a finding of its own, and a reference in
    /// another system is external by its nature.
    /// </summary>
    public bool Holds(LinkEnd? end) =>
        end is null || end.Reference is not null || end.Id.Uuid == Guid.Empty || Contains(end.Id.Uuid);

    /// <summary>Whether a record of this id was added or declared external.</summary>
    public bool Contains(Guid id) => _types[TableOf(id)]?.ContainsKey(id) == true;

    /// <summary>The type of a record of the set; null for one that is not there or of a type that the model does not define.</summary>
    public string? TypeOf(Guid id) => _types[TableOf(id)] is { } table && table.TryGetValue(id, out byte number) ? RoleKinds.TypeOf(number) : null;

    /// <summary>The last byte of an id is as good as random, be it made or derived.</summary>
    private static int TableOf(in Guid id) => MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id))[^1];
}
