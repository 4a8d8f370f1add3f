using System.Runtime.InteropServices;

namespace Policing.Testing;

/// <summary>
/// Where the slots of a file's blocks lie: block by block, and within a block in an order that depends on the seed. It goes from row to
/// slot and back without state, so rows can be made in any order and by several threads.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RowLayout(ulong seed, int rows)
{
    private const int BlockSize = RowTable<StreetRowKind>.BlockSize;

    public int Rows => rows;

    public int Blocks => (rows + BlockSize - 1) / BlockSize;

    /// <summary>How many slots the block has: all, or in the last block those that are left.</summary>
    public int SlotsIn(int block) => Math.Min(BlockSize, rows - (block * BlockSize));

    public RowPosition Locate(int row)
    {
        var block = row / BlockSize;
        return new(block, OrderOf(block).Back(row % BlockSize));
    }

    public int RowAt(RowPosition position) => (position.Block * BlockSize) + OrderOf(position.Block).Forward(position.Slot);

    private Shuffle OrderOf(int block) => new(SyntheticRandom.Combine(seed, (ulong)block), SlotsIn(block));
}
