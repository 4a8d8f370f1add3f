using System.Runtime.InteropServices;
using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// The crimes of a run by their Crime ID, for the outcomes that come after them: 56 bytes each, and the tables around them, which are many
/// and small for the reason given at <see cref="IdSet"/>. A crime that is read twice is one crime. Not thread-safe.
/// </summary>
internal sealed class CrimeIndex
{
    private const int Tables = 256;

    private readonly Dictionary<CrimeId, Entry>?[] _tables = new Dictionary<CrimeId, Entry>?[Tables];
    private int _input;

    /// <summary>Says from which input the crimes come that are added next.</summary>
    public void Begin(int input) => _input = input;

    /// <summary>Adds a crime.</summary>
    public void Add(string crimeId, RecordId record)
    {
        var id = CrimeId.Of(crimeId);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_tables[id.Table] ??= [], id, out var exists);
        if (!exists)
            entry = new Entry(record.Uuid, _input, AnotherInput: 0);
        else if (entry.AnotherInput == 0 && entry.Record != record.Uuid)
            entry = entry with { AnotherInput = _input };
    }

    /// <summary>Forgets the crimes of the input that was begun last: it turned out to be unreadable, and nothing of it is kept.</summary>
    public void TakeBack()
    {
        foreach (var table in _tables)
            TakeBack(table ?? []);
    }

    /// <summary>The one crime of a Crime ID.</summary>
    /// <param name="crimeId">The Crime ID.</param>
    /// <param name="several">Whether there are several, so that it cannot be said which.</param>
    /// <returns>The crime; absent where there is none, or several.</returns>
    public RecordId Find(string crimeId, out bool several)
    {
        several = false;
        var id = CrimeId.Of(crimeId);
        if (_tables[id.Table] is not { } table || !table.TryGetValue(id, out var entry))
            return default;
        several = entry.AnotherInput != 0;
        return several ? default : RecordId.FromUuid(entry.Record);
    }

    private void TakeBack(Dictionary<CrimeId, Entry> table)
    {
        foreach (var (id, entry) in table)
        {
            // Taking out and overwriting leave an enumeration of a dictionary valid.
            if (entry.Input == _input)
                table.Remove(id);
            else if (entry.AnotherInput == _input)
                table[id] = entry with { AnotherInput = 0 };
        }
    }

    /// <param name="Record">The first crime.</param>
    /// <param name="Input">Where it was read.</param>
    /// <param name="AnotherInput">Where a second one was read; 0 where none was.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(Guid Record, int Input, int AnotherInput);
}
