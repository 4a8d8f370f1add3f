using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A number of a document, read once for all keywords that look at it.</summary>
internal readonly ref struct DocumentNumber
{
    public DocumentNumber(ReadOnlySpan<byte> raw)
    {
        Raw = raw;
        IsShort = ShortNumber.TryParse(raw, out ShortNumber value);
        Short = value;
    }

    public ReadOnlySpan<byte> Raw { get; }

    public bool IsShort { get; }

    public ShortNumber Short { get; }
}
