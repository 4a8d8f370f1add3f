using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The values of <c>enum</c> or <c>const</c>.</summary>
internal sealed class ValueSet
{
    private readonly JsonText _text;
    private readonly int[] _values;
    private readonly NameTable? _strings;
    private readonly byte[]? _onlyString;

    public ValueSet(JsonText text, int[] values)
    {
        _text = text;
        int[] strings = Array.FindAll(values, value => text.Kind(value) is TokenKind.String);
        _values = Array.FindAll(values, value => text.Kind(value) is not TokenKind.String);
        Count = values.Length;
        Strings = Array.ConvertAll(strings, text.Utf8);
        _strings = strings.Length == 0 ? null : new NameTable(Strings);
        _onlyString = Strings.Count == 1 ? Strings[0] : null;
    }

    /// <summary>Those of the values that are strings, unescaped.</summary>
    public IReadOnlyList<byte[]> Strings { get; }

    public bool HasStringsOnly => _values.Length == 0;

    public int Count { get; }

    public bool Has(in Tape tape, int at)
    {
        ref readonly Token token = ref tape.Tokens[at];
        if (token.Kind is TokenKind.String or TokenKind.Name)
        {
            if (_onlyString is not null && !token.IsEscaped)
            {
                return tape.Raw(token).SequenceEqual(_onlyString);
            }
            return _strings is not null && _strings.Find(tape, token) >= 0;
        }
        Tape own = _text.Tape;
        foreach (int value in _values)
        {
            if (JsonEquality.Same(own, value, tape, at))
            {
                return true;
            }
        }
        return false;
    }
}
