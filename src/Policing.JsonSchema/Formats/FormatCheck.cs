namespace Policing.JsonSchema.Formats;

/// <summary>Whether the unescaped bytes of a string have a format.</summary>
internal delegate bool FormatCheck(ReadOnlySpan<byte> text);
