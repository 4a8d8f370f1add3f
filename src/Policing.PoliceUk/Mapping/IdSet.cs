using System.Collections;
using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// Derived ids, 16 bytes each and the tables around them. There are many small tables rather than a large one: a table that outgrows its place
/// then never is a large object, of which the collector leaves the old ones lying. Not thread-safe.
/// </summary>
internal sealed class IdSet : IReadOnlyCollection<Guid>
{
    private const int Tables = 256;

    private readonly HashSet<Guid>?[] _tables = new HashSet<Guid>?[Tables];

    public int Count { get; private set; }

    /// <summary>Adds an id; false where it is there already.</summary>
    public bool Add(Guid id)
    {
        var isNew = (_tables[TableOf(id)] ??= []).Add(id);
        Count += isNew ? 1 : 0;
        return isNew;
    }

    public bool Contains(Guid id) => _tables[TableOf(id)]?.Contains(id) == true;

    public IEnumerator<Guid> GetEnumerator()
    {
        foreach (var table in _tables)
        {
            foreach (var id in table ?? [])
                yield return id;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The last byte of a derived id is as good as random.</summary>
    private static int TableOf(in Guid id) => MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id))[^1];
}
