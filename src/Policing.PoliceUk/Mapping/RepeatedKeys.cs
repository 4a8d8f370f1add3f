using System.Runtime.InteropServices;
using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// Gives rows of one file that have one key the ordinals 1, 2, … and an id each. It keeps the first id of each key, 16 bytes, and a count
/// only where a key comes again.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly IdSet _first = new();
    private readonly Dictionary<Guid, int> _again = [];

    /// <summary>The id of a row of this key, and whether an earlier row had it.</summary>
    public RecordId Next(KeyText key, out bool isRepeated)
    {
        var length = key.Length;
        var first = key.Add(1).ToId();
        isRepeated = !_first.Add(first.Uuid);
        return isRepeated ? key.Cut(length).Add(Again(first)).ToId() : first;
    }

    /// <summary>The ordinal, from 2, of a row whose key has come before, by the id that the key gives with the ordinal 1.</summary>
    public int Again(RecordId first)
    {
        ref var repeats = ref CollectionsMarshal.GetValueRefOrAddDefault(_again, first.Uuid, out _);
        return 1 + ++repeats;
    }
}
