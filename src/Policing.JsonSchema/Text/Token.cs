using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>
/// One value or member name of a text, as a place in it: nothing is copied. The tokens of a text lie in document order, without
/// closing brackets, so that the token after a value is reached in one step.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Token
{
    private const uint KindBits = 0xF;
    private const uint EscapedBit = 0x10;
    private const uint FractionBit = 0x20;
    private const uint UnknownBit = 1u << 23;

    private uint _mark;

    /// <summary>The offset of the first byte: of a string or name, after its quote.</summary>
    public int Start;

    /// <summary>The number of bytes of a string (raw, without quotes) or number; of members or items of a container.</summary>
    public int Length;

    /// <summary>The index of the first token after this value and all that it holds; of a name, that of its value.</summary>
    public int Next;

    public readonly TokenKind Kind => (TokenKind)(_mark & KindBits);

    /// <summary>Whether a string or name has escape sequences.</summary>
    public readonly bool IsEscaped => (_mark & EscapedBit) != 0;

    /// <summary>Whether a number is written with digits alone, apart from a sign.</summary>
    public readonly bool IsWhole => (_mark & FractionBit) == 0;

    /// <summary>
    /// Of a name that the reader knows its number; of another more than any number, from its unescaped bytes. Within a text, names with
    /// different codes are different. 0 for values.
    /// </summary>
    public readonly int Code => (int)(_mark >> 8);

    public static Token Value(TokenKind kind, int start, int length, int next, bool escaped) =>
        new() { Start = start, Length = length, Next = next, _mark = (uint)kind | (escaped ? EscapedBit : 0) };

    public static Token Number(int start, int length, int next, bool whole) =>
        new() { Start = start, Length = length, Next = next, _mark = (uint)TokenKind.Number | (whole ? 0 : FractionBit) };

    public static Token Name(int start, int length, int next, bool escaped, int code) =>
        new() { Start = start, Length = length, Next = next, _mark = (uint)TokenKind.Name | (escaped ? EscapedBit : 0) | ((uint)code << 8) };

    /// <summary>The code of a name that the reader does not know.</summary>
    public static int CodeOfUnknown(in NameKey name) => (int)(UnknownBit | name.Hash);
}
