using System.Runtime.InteropServices;
using System.Text.Json;

namespace Policing.PoliceUk.Api;

/// <summary>One object of the pool.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PartSlot<T>
    where T : AnswerPart
{
    /// <summary>The object; null while there is none.</summary>
    public T? Part;

    /// <summary>Where its bytes begin and how many they are.</summary>
    public int Start;

    /// <inheritdoc cref="Start"/>
    public int Length;

    /// <summary>How deep it stood: elsewhere the reader would go on differently.</summary>
    public int Depth;

    /// <summary>The state of the reader behind it.</summary>
    public JsonReaderState After;

    /// <summary>Whether the same bytes stand here, as deep.</summary>
    public readonly bool IsAt(ReadOnlySpan<byte> utf8, int start, int depth) =>
        Part is not null && Depth == depth && Length <= utf8.Length - start && utf8.Slice(start, Length).SequenceEqual(utf8.Slice(Start, Length));
}
