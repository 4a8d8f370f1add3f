using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Policing.JsonSchema.Text;

/// <summary>Reads a text into tokens, and refuses what is not I-JSON (RFC 7493) or over a limit.</summary>
internal static class TokenReader
{
    /// <summary>Reads a text. The array comes from the pool, and goes back there by <see cref="Return"/>; it is empty where the text is refused.</summary>
    public static DocumentRefusal? Read(ReadOnlySpan<byte> text, DocumentLimits limits, out Token[] tokens, out int count) =>
        Read(text, limits, known: null, out tokens, out count);

    /// <summary>As the other, with names to which the tokens shall give their numbers.</summary>
    public static DocumentRefusal? Read(ReadOnlySpan<byte> text, DocumentLimits limits, NameTable? known, out Token[] tokens, out int count)
    {
        tokens = [];
        count = 0;
        if (text.Length > limits.MaxBytes)
        {
            return new DocumentRefusal(RefusalReason.TooLarge, 0, 0);
        }
        if (!Utf8.IsValid(text))
        {
            return TextPlace.Refusal(RefusalReason.NotUtf8, text, FirstInvalid(text));
        }
        TokenScanner scanner = new(text, limits.MaxDepth, known);
        try
        {
            if (scanner.ReadAll())
            {
                count = scanner.Count;
                tokens = scanner.Take();
                return null;
            }
            return TextPlace.Refusal(scanner.Reason, text, scanner.RefusedAt);
        }
        finally
        {
            scanner.Dispose();
        }
    }

    public static void Return(ref Token[] tokens)
    {
        if (tokens.Length > 0)
        {
            ArrayPool<Token>.Shared.Return(tokens);
            tokens = [];
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out int used) is OperationStatus.Done)
        {
            at += used;
        }
        return at;
    }
}
