using System.Runtime.InteropServices;
using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// The ids that a mapping has written, each with the number of the answer in which it last came: 20 bytes and the tables around them, which are many
/// and small for the reason given at <see cref="IdSet"/>. Not thread-safe.
/// </summary>
internal sealed class WrittenIds
{
    private const int Tables = 256;

    private readonly Dictionary<Guid, int>?[] _tables = new Dictionary<Guid, int>?[Tables];

    /// <summary>The number of the answer in hand.</summary>
    public int Answer { get; private set; }

    public void BeginAnswer() => Answer++;

    public bool Contains(RecordId id) => _tables[TableOf(id.Uuid)]?.ContainsKey(id.Uuid) == true;

    /// <summary>Notes an id for the answer in hand.</summary>
    /// <returns>The number of the answer in which it came last; 0 where it is new.</returns>
    public int Note(RecordId id)
    {
        var uuid = id.Uuid;
        ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(_tables[TableOf(uuid)] ??= [], uuid, out _);
        var before = answer;
        answer = Answer;
        return before;
    }

    /// <summary>The last byte of a derived id is as good as random.</summary>
    private static int TableOf(in Guid id) => MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id))[^1];
}
