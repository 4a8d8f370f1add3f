using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Redaction;

/// <summary>Leaves nothing of any text. Immutable and thread-safe.</summary>
public sealed class EraseRedactor : Redactor
{
    private EraseRedactor()
    {
    }

    /// <summary>The only one.</summary>
    public static EraseRedactor Instance { get; } = new();

    /// <summary>Always 0.</summary>
    public override int GetRedactedLength(ReadOnlySpan<char> input) => 0;

    /// <summary>Writes nothing.</summary>
    public override int Redact(ReadOnlySpan<char> source, Span<char> destination) => 0;
}
