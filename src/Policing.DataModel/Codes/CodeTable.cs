using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Policing.DataModel.Codes;

/// <summary>
/// The built-in codes of one list, found by their UTF-8 text without allocating: open addressing over the length and the first and last
/// eight bytes. Made once per list, when the list is first used.
/// </summary>
internal sealed class CodeTable<T>
    where T : CodedValue
{
    private readonly CodeFactory<T> _make;
    private readonly T[] _codes;
    private readonly byte[][] _texts;
    private readonly int[] _slots;

    /// <param name="lines">The codes in the list's order, each ended by a line feed.</param>
    /// <param name="make">Makes a value.</param>
    public CodeTable(ReadOnlySpan<byte> lines, CodeFactory<T> make)
    {
        _make = make;
        int count = lines.Count((byte)'\n');
        _codes = new T[count];
        _texts = new byte[count][];
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(count * 2) + 1)];
        for (int i = 0; i < count; i++)
        {
            int end = lines.IndexOf((byte)'\n');
            Add(i, lines[..end].ToArray());
            lines = lines[(end + 1)..];
        }
    }

    public ReadOnlySpan<T> All => _codes;

    public T this[int index] => _codes[index];

    public T? Find(ReadOnlySpan<byte> utf8)
    {
        for (int slot = Hash(utf8); ; slot++)
        {
            int index = _slots[slot & (_slots.Length - 1)] - 1;
            if (index < 0) return null;
            if (utf8.SequenceEqual(_texts[index])) return _codes[index];
        }
    }

    public T? Find(string code)
    {
        if (code.Length > 128) return null;
        Span<byte> utf8 = stackalloc byte[code.Length * 3];
        return Find(utf8[..Encoding.UTF8.GetBytes(code, utf8)]);
    }

    public T Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Find(code) ?? _make(new CodeParts { Code = code }, null, isBuiltIn: false);
    }

    public T From(in CodeParts parts)
    {
        if (parts == default) throw new ArgumentException("Give a code, a text or a national code.", nameof(parts));
        return Make(parts, null);
    }

    /// <summary>A value of these parts; the interned one where they are just a listed code.</summary>
    public T Make(in CodeParts parts, UnknownMembers? unknown)
    {
        T? listed = parts.Code is not null && parts.List is null ? Find(parts.Code) : null;
        bool plain = unknown is null && parts == new CodeParts { Code = parts.Code };
        return listed is not null && plain ? listed : _make(parts, unknown, listed is not null);
    }

    private void Add(int index, byte[] text)
    {
        _texts[index] = text;
        _codes[index] = _make(new CodeParts { Code = Encoding.UTF8.GetString(text) }, null, isBuiltIn: true);
        int slot = Hash(text);
        while (_slots[slot & (_slots.Length - 1)] != 0) slot++;
        _slots[slot & (_slots.Length - 1)] = index + 1;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong first = 0, last = 0;
        if (text.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else
        {
            foreach (byte b in text) first = (first << 8) | b;
        }

        ulong mixed = (first + ((ulong)text.Length * 0x9E3779B97F4A7C15)) ^ (last * 0xC2B2AE3D27D4EB4F);
        return (int)((mixed * 0xFF51AFD7ED558CCD) >> 33);
    }
}
