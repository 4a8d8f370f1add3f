using System.Runtime.InteropServices;

namespace Policing.Testing;

/// <summary>A slot of a block.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RowPosition(int Block, int Slot)
{
    public RowPosition WithSlot(int slot) => this with { Slot = slot };
}
