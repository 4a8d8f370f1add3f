using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>A fixed set of names as UTF-8, each with a number from 0; looked up by bytes.</summary>
internal sealed class NameTable
{
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(NameKey Key, int Number);

    private readonly byte[][] _names;

    /// <summary>Every name at the place of its hash, or at the next that was free; a number of -1 where there is none.</summary>
    private readonly Slot[] _slots;

    public NameTable(IReadOnlyList<byte[]> names)
    {
        _names = [.. names];
        _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _names.Length * 3))];
        Array.Fill(_slots, new Slot(default, -1));
        for (int number = 0; number < _names.Length; number++)
        {
            NameKey key = NameKey.Of(_names[number]);
            uint at = key.Hash & (uint)(_slots.Length - 1);
            while (_slots[at].Number >= 0)
            {
                at = (at + 1) & (uint)(_slots.Length - 1);
            }
            _slots[at] = new Slot(key, number);
        }
    }

    public int Count => _names.Length;

    public string Text(int number) => System.Text.Encoding.UTF8.GetString(_names[number]);

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name) => Find(NameKey.Of(name), name);

    /// <summary>The number of a name with its key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(in NameKey key, ReadOnlySpan<byte> name)
    {
        Slot[] slots = _slots;
        for (uint at = key.Hash; ; at++)
        {
            ref readonly Slot slot = ref slots[at & (uint)(slots.Length - 1)];
            if (slot.Number < 0)
            {
                return -1;
            }
            if (slot.Key.Head == key.Head && slot.Key.Tail == key.Tail && slot.Key.Length == key.Length
                && (key.IsWhole || name.SequenceEqual(_names[slot.Number])))
            {
                return slot.Number;
            }
        }
    }

    /// <summary>The number of the text of a string or name token, or -1.</summary>
    public int Find(in Tape tape, in Token token)
    {
        ReadOnlySpan<byte> raw = tape.Raw(token);
        return token.IsEscaped ? FindEscaped(raw) : Find(raw);
    }

    // Methods with a buffer on the stack are slow to enter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindEscaped(ReadOnlySpan<byte> raw)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return Find(text.Utf8);
    }
}
