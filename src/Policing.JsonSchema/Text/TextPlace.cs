namespace Policing.JsonSchema.Text;

/// <summary>Lines and columns of offsets in a text.</summary>
internal static class TextPlace
{
    /// <summary>The line of an offset and its column in bytes, both from 1.</summary>
    public static (long Line, long Column) Of(ReadOnlySpan<byte> text, int offset)
    {
        ReadOnlySpan<byte> before = text[..Math.Min(offset, text.Length)];
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    public static DocumentRefusal Refusal(RefusalReason reason, ReadOnlySpan<byte> text, int offset)
    {
        (long line, long column) = Of(text, offset);
        return new DocumentRefusal(reason, line, column);
    }
}
