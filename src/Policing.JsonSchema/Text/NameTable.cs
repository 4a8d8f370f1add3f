using System.Numerics;
using System.Runtime.CompilerServices;

namespace Policing.JsonSchema.Text;

/// <summary>A fixed set of names as UTF-8, each with a number from 0; looked up by bytes.</summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly uint[] _hashes;
    private readonly int[] _slots;
    private readonly uint _mask;

    public NameTable(IReadOnlyList<byte[]> names)
    {
        _names = [.. names];
        _hashes = new uint[_names.Length];
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _names.Length * 3))];
        _mask = (uint)_slots.Length - 1;
        for (int index = 0; index < _names.Length; index++)
        {
            _hashes[index] = NameHash.Of(_names[index]);
            uint slot = _hashes[index] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }
            _slots[slot] = index + 1;
        }
    }

    public int Count => _names.Length;

    public string Text(int index) => System.Text.Encoding.UTF8.GetString(_names[index]);

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name) => Find(NameHash.Of(name), name);

    /// <summary>The number of a name with its hash, or -1.</summary>
    public int Find(uint hash, ReadOnlySpan<byte> name)
    {
        for (uint slot = hash & _mask; ; slot = (slot + 1) & _mask)
        {
            int index = _slots[slot] - 1;
            if (index < 0 || (_hashes[index] == hash && name.SequenceEqual(_names[index])))
            {
                return index;
            }
        }
    }

    /// <summary>The number of the text of a string or name token, or -1.</summary>
    public int Find(in Tape tape, in Token token)
    {
        ReadOnlySpan<byte> raw = tape.Raw(token);
        return token.IsEscaped ? FindEscaped(raw) : Find(token.Kind is TokenKind.Name ? token.Hash : NameHash.Of(raw), raw);
    }

    // Methods with a buffer on the stack are slow to enter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindEscaped(ReadOnlySpan<byte> raw)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return Find(NameHash.Of(text.Utf8), text.Utf8);
    }
}
