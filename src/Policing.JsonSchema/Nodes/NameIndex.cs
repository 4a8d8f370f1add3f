using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The numbers that one schema gives to names, by the numbers that the tokens of documents carry.</summary>
internal sealed class NameIndex
{
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Code, int Number);

    private readonly Slot[] _slots;

    /// <param name="names">The names of the schema.</param>
    /// <param name="known">The names of all schemas, as the reader of documents knows them.</param>
    public NameIndex(NameTable names, NameTable known)
    {
        _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Count * 2))];
        Array.Fill(_slots, new Slot(-1, -1));
        for (int number = 0; number < names.Count; number++)
        {
            int code = known.Find(System.Text.Encoding.UTF8.GetBytes(names.Text(number)));
            int at = code & (_slots.Length - 1);
            while (_slots[at].Code >= 0)
            {
                at = (at + 1) & (_slots.Length - 1);
            }
            _slots[at] = new Slot(code, number);
        }
    }

    /// <summary>The number of the name with a <see cref="Token.Code"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int code)
    {
        Slot[] slots = _slots;
        for (int at = code; ; at++)
        {
            Slot slot = slots[at & (slots.Length - 1)];
            if (slot.Code == code || slot.Code < 0)
            {
                return slot.Number;
            }
        }
    }
}
