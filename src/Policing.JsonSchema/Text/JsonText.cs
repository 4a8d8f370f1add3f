namespace Policing.JsonSchema.Text;

/// <summary>A text that is kept with its tokens: a schema, or the metaschemas.</summary>
internal sealed class JsonText
{
    private readonly byte[] _text;
    private readonly Token[] _tokens;

    private JsonText(byte[] text, Token[] tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    public Tape Tape => new(_text, _tokens);

    public ReadOnlySpan<Token> Tokens => _tokens;

    /// <summary>Reads a text, or says why it cannot be read.</summary>
    public static JsonText? Read(ReadOnlySpan<byte> text, DocumentLimits limits, out DocumentRefusal? refusal)
    {
        refusal = TokenReader.Read(text, limits, out Token[] tokens, out int count);
        if (refusal is not null)
        {
            return null;
        }
        JsonText read = new(text.ToArray(), tokens.AsSpan(0, count).ToArray());
        TokenReader.Return(ref tokens);
        return read;
    }

    public TokenKind Kind(int at) => _tokens[at].Kind;

    public int Count(int at) => _tokens[at].Length;

    /// <summary>The characters of a string or name.</summary>
    public string String(int at)
    {
        using UnescapedText text = new(Tape.Raw(_tokens[at]), stackalloc byte[UnescapedText.StackBytes]);
        return System.Text.Encoding.UTF8.GetString(text.Utf8);
    }

    /// <summary>The unescaped bytes of a string or name.</summary>
    public byte[] Utf8(int at)
    {
        using UnescapedText text = new(Tape.Raw(_tokens[at]), stackalloc byte[UnescapedText.StackBytes]);
        return text.Utf8.ToArray();
    }

    /// <summary>The bytes of a number.</summary>
    public byte[] Number(int at) => Tape.Raw(_tokens[at]).ToArray();

    /// <summary>The tokens of the names of an object; the value of each is the next token.</summary>
    public IEnumerable<int> Names(int at)
    {
        int name = at + 1;
        for (int left = _tokens[at].Length; left > 0; left--)
        {
            yield return name;
            name = _tokens[name + 1].Next;
        }
    }

    /// <summary>The tokens of the items of an array.</summary>
    public IEnumerable<int> Items(int at)
    {
        int item = at + 1;
        for (int left = _tokens[at].Length; left > 0; left--)
        {
            yield return item;
            item = _tokens[item].Next;
        }
    }

    /// <summary>The value of a member, or -1.</summary>
    public int Member(int at, ReadOnlySpan<byte> name)
    {
        int member = at + 1;
        for (int left = Kind(at) is TokenKind.Object ? _tokens[at].Length : 0; left > 0; left--)
        {
            if (Utf8(member).AsSpan().SequenceEqual(name))
            {
                return member + 1;
            }
            member = _tokens[member + 1].Next;
        }
        return -1;
    }

    /// <summary>The JSON Pointer of a value or name.</summary>
    public string Pointer(int at) => InstancePointer.Of(Tape, at, known: null);

    public (long Line, long Column) Place(int at) => TextPlace.Of(_text, _tokens[at].Start - (_tokens[at].Kind is TokenKind.String or TokenKind.Name ? 1 : 0));
}
