using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>
/// Some slots of every block, numbered through a whole file: the n-th of them can be found, and their number told, without going through
/// the file.
/// </summary>
internal sealed class SlotSeries(ImmutableArray<int> slots)
{
    /// <summary>How many of the slots a file with this layout has.</summary>
    public int CountIn(RowLayout layout)
    {
        if (layout.Rows == 0)
        {
            return 0;
        }

        var whole = layout.Blocks - 1;
        var slotsInLast = layout.SlotsIn(whole);
        return (whole * slots.Length) + slots.Count(slot => slot < slotsInLast);
    }

    /// <summary>The position of the n-th, from 0.</summary>
    public RowPosition At(int ordinal) => new(ordinal / slots.Length, slots[ordinal % slots.Length]);

    /// <summary>The number of the slot at this position.</summary>
    public int OrdinalOf(RowPosition position) => (position.Block * slots.Length) + slots.IndexOf(position.Slot);
}
