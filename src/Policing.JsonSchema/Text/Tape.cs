namespace Policing.JsonSchema.Text;

/// <summary>A text and its tokens.</summary>
internal readonly ref struct Tape(ReadOnlySpan<byte> text, ReadOnlySpan<Token> tokens)
{
    public readonly ReadOnlySpan<byte> Text = text;
    public readonly ReadOnlySpan<Token> Tokens = tokens;

    /// <summary>The bytes of a string, name or number, as they stand in the text.</summary>
    public ReadOnlySpan<byte> Raw(in Token token) => Text.Slice(token.Start, token.Length);
}
