using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The numbers that one schema gives to names, and what it asks of their members, by the codes that the tokens of documents carry.</summary>
internal sealed class NameIndex
{
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Slot(int Code, int Number, SchemaNode? Schema);

    private readonly Slot[] _slots;

    /// <param name="names">The names of the schema.</param>
    /// <param name="schemaOf">What the member of a number must meet.</param>
    /// <param name="known">The names of all schemas, as the reader of documents knows them.</param>
    public NameIndex(NameTable names, Func<int, SchemaNode?> schemaOf, NameTable known)
    {
        _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Count * 2))];
        Array.Fill(_slots, new Slot(-1, -1, null));
        for (int number = 0; number < names.Count; number++)
        {
            int code = known.Find(System.Text.Encoding.UTF8.GetBytes(names.Text(number)));
            int at = code & (_slots.Length - 1);
            while (_slots[at].Code >= 0)
            {
                at = (at + 1) & (_slots.Length - 1);
            }
            _slots[at] = new Slot(code, number, schemaOf(number));
        }
    }

    /// <summary>The name with a <see cref="Token.Code"/>; its number is -1 where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Slot Find(int code)
    {
        Slot[] slots = _slots;
        for (int at = code; ; at++)
        {
            ref readonly Slot slot = ref slots[at & (slots.Length - 1)];
            if (slot.Code == code || slot.Code < 0)
            {
                return ref slot;
            }
        }
    }
}
