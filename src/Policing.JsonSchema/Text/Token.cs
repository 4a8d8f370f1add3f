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

    // Written where they lie: a token that is built elsewhere and copied in one piece makes the processor wait for its four parts.

    public void SetValue(TokenKind kind, int start, int length, int next, bool escaped) =>
        Set((uint)kind | (escaped ? EscapedBit : 0), start, length, next);

    public void SetNumber(int start, int length, int next, bool whole) => Set((uint)TokenKind.Number | (whole ? 0 : FractionBit), start, length, next);

    public void SetName(int start, int length, int next, bool escaped, int code) =>
        Set((uint)TokenKind.Name | (escaped ? EscapedBit : 0) | ((uint)code << 8), start, length, next);

    /// <summary>The code of a name that the reader does not know.</summary>
    public static int CodeOfUnknown(in NameKey name) => (int)(UnknownBit | name.Hash);

    private void Set(uint mark, int start, int length, int next)
    {
        _mark = mark;
        Start = start;
        Length = length;
        Next = next;
    }
}
