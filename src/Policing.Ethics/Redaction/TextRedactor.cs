using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Redaction;

/// <summary>
/// A redactor whose output is short: a coarser form of a well-formed value, and nothing at all of any other text. Immutable and
/// thread-safe. Empty output means that the value is erased.
/// </summary>
/// <remarks>It is a <see cref="Redactor"/> of Microsoft.Extensions.Compliance, so it serves logs as well.</remarks>
public abstract class TextRedactor : Redactor
{
    private protected const int MaxOutput = 16;

    private protected TextRedactor()
    {
    }

    /// <summary>The length of the output; 0 when the text is not a well-formed value.</summary>
    public sealed override int GetRedactedLength(ReadOnlySpan<char> input)
    {
        Span<char> output = stackalloc char[MaxOutput];
        return Coarsen(input, output);
    }

    /// <summary>Writes the coarser form; returns its length, 0 when the text is not a well-formed value.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public sealed override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        Span<char> output = stackalloc char[MaxOutput];
        int length = Coarsen(source, output);
        if (length > destination.Length) throw new ArgumentException("The destination is shorter than GetRedactedLength says.", nameof(destination));
        output[..length].CopyTo(destination);
        return length;
    }

    /// <summary>Writes the coarser form to 16 characters; 0 for what is not well formed.</summary>
    private protected abstract int Coarsen(ReadOnlySpan<char> text, Span<char> output);

    /// <summary>The text as ASCII in a buffer; empty when it does not fit or is not ASCII, which no well-formed value is.</summary>
    private protected static ReadOnlySpan<byte> Ascii(ReadOnlySpan<char> text, Span<byte> buffer) =>
        text.Length <= buffer.Length && System.Text.Ascii.FromUtf16(text, buffer, out int written) == System.Buffers.OperationStatus.Done ? buffer[..written] : default;
}
