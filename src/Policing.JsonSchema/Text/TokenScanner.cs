using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Policing.JsonSchema.Text;

/// <summary>
/// Scans a text of valid UTF-8 once, from front to back. It reads what Utf8JsonReader reads, which a test holds it to, but writes the tokens
/// as it goes, hashes names while they are at hand, and refuses names that stand twice and halves of characters.
/// </summary>
internal ref struct TokenScanner
{
    /// <summary>Up to so many members of an object are compared by walking back; more are sorted when the object ends.</summary>
    private const int FewMembers = 32;

    private const int FirstFrames = 16;

    /// <summary>An array or object that is not closed yet.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Frame
    {
        public int Token;
        public int Count;
        public bool IsArray;

        /// <summary>A bit for each name that came, by its hash.</summary>
        public ulong Seen;
    }

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxDepth;
    private Token[] _tokens;
    private Frame[] _frames;
    private Frame _frame;
    private int _at;
    private int _count;
    private int _depth;

    public TokenScanner(ReadOnlySpan<byte> text, int maxDepth)
    {
        _text = text;
        _maxDepth = maxDepth;
        _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, text.Length / 12));
        _frames = ArrayPool<Frame>.Shared.Rent(FirstFrames);
    }

    /// <summary>Why the text is refused.</summary>
    public RefusalReason Reason { get; private set; }

    /// <summary>The offset at which it is refused.</summary>
    public int RefusedAt { get; private set; }

    /// <summary>Hands the tokens over.</summary>
    public (Token[] Tokens, int Count) Take()
    {
        Token[] tokens = _tokens;
        _tokens = [];
        return (tokens, _count);
    }

    public void Dispose()
    {
        TokenReader.Return(ref _tokens);
        ArrayPool<Frame>.Shared.Return(_frames);
        _frames = [];
    }

    /// <summary>Reads the one value of the text. False: it is refused.</summary>
    public bool ReadAll()
    {
        SkipSpace();
        do
        {
            if (!ReadValue() || !ReadEnds())
            {
                return false;
            }
        }
        while (_depth > 0);
        return _at == _text.Length || Refuse(RefusalReason.NotJson, _at);
    }

    /// <summary>Reads a value; of an array or object that is not empty, only as far as its first value.</summary>
    private bool ReadValue()
    {
        while (true)
        {
            EnsureRoom();
            byte first = _at < _text.Length ? _text[_at] : (byte)0;
            switch (first)
            {
                case (byte)'"':
                    return ReadString();
                case (byte)'{' or (byte)'[':
                    if (!Open(first == '['))
                    {
                        return false;
                    }
                    if (_at < _text.Length && _text[_at] == first + 2)
                    {
                        return true;
                    }
                    if (first == '{' && !ReadName())
                    {
                        return false;
                    }
                    continue;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    return ReadNumber();
                case (byte)'t':
                    return ReadLiteral(TokenKind.True, "true"u8);
                case (byte)'f':
                    return ReadLiteral(TokenKind.False, "false"u8);
                case (byte)'n':
                    return ReadLiteral(TokenKind.Null, "null"u8);
                default:
                    return Refuse(RefusalReason.NotJson, _at);
            }
        }
    }

    /// <summary>Reads what follows a value: the ends of arrays and objects, and a comma with what leads to the next value.</summary>
    private bool ReadEnds()
    {
        while (true)
        {
            SkipSpace();
            if (_depth == 0)
            {
                return true;
            }
            byte next = _at < _text.Length ? _text[_at] : (byte)0;
            if (next == (_frame.IsArray ? (byte)']' : (byte)'}'))
            {
                if (!Close())
                {
                    return false;
                }
            }
            else if (next == ',' && _frame.Count > 0)
            {
                _at++;
                SkipSpace();
                if (_frame.IsArray)
                {
                    _frame.Count++;
                    return true;
                }
                return ReadName();
            }
            else
            {
                return Refuse(RefusalReason.NotJson, _at);
            }
        }
    }

    private bool Open(bool isArray)
    {
        if (_depth == _maxDepth)
        {
            return Refuse(RefusalReason.TooDeep, _at);
        }
        if (_depth == _frames.Length)
        {
            Grow(ref _frames, _depth);
        }
        _frames[_depth++] = _frame;
        _frame = new Frame { Token = _count, IsArray = isArray };
        _tokens[_count++] = Token.Value(isArray ? TokenKind.Array : TokenKind.Object, _at, 0, 0, escaped: false);
        _at++;
        SkipSpace();
        if (isArray && _at < _text.Length && _text[_at] != ']')
        {
            _frame.Count = 1;
        }
        return true;
    }

    private bool Close()
    {
        ref Token container = ref _tokens[_frame.Token];
        container.Length = _frame.Count;
        container.Next = _count;
        if (_frame.Count > FewMembers && !_frame.IsArray
            && SortedNames.FindDuplicate(new Tape(_text, _tokens.AsSpan(0, _count)), _frame.Token) is var twice and >= 0)
        {
            return Refuse(RefusalReason.DuplicateName, _tokens[twice].Start - 1);
        }
        _frame = _frames[--_depth];
        _at++;
        return true;
    }

    private bool ReadString()
    {
        int start = _at + 1;
        if (!SkipString(out bool escaped))
        {
            return false;
        }
        _tokens[_count] = Token.Value(TokenKind.String, start, _at - 1 - start, _count + 1, escaped);
        _count++;
        return true;
    }

    /// <summary>Reads the name of a member, the colon, and the space after it.</summary>
    private bool ReadName()
    {
        EnsureRoom();
        int start = _at + 1;
        if (_at >= _text.Length || _text[_at] != '"')
        {
            return Refuse(RefusalReason.NotJson, _at);
        }
        if (!SkipString(out bool escaped))
        {
            return false;
        }
        ReadOnlySpan<byte> raw = _text[start..(_at - 1)];
        uint hash = escaped ? HashOfEscaped(raw) : NameHash.Of(raw);
        _tokens[_count] = Token.Name(start, raw.Length, _count + 1, escaped, hash);
        ulong bit = 1UL << (int)(hash & 63);
        if ((_frame.Seen & bit) != 0 && _frame.Count < FewMembers && IsTwice(new Tape(_text, _tokens), _frame.Token, _count))
        {
            return Refuse(RefusalReason.DuplicateName, start - 1);
        }
        _frame.Seen |= bit;
        _frame.Count++;
        _count++;
        SkipSpace();
        if (_at >= _text.Length || _text[_at] != ':')
        {
            return Refuse(RefusalReason.NotJson, _at);
        }
        _at++;
        SkipSpace();
        return true;
    }

    /// <summary>Goes from the opening quote to behind the closing one.</summary>
    private bool SkipString(out bool escaped)
    {
        int start = ++_at;
        escaped = false;
        while (SkipPlain())
        {
            byte end = _text[_at];
            if (end == '"')
            {
                _at++;
                return !escaped || UnescapedText.HasOnlyWholeSurrogates(_text[start..(_at - 1)]) || Refuse(RefusalReason.LoneSurrogate, start - 1);
            }
            if (end != '\\' || !SkipEscape())
            {
                return Refuse(RefusalReason.NotJson, _at);
            }
            escaped = true;
        }
        return Refuse(RefusalReason.NotJson, _at);
    }

    /// <summary>Goes to the next quote, backslash or control character. False: there is none.</summary>
    private bool SkipPlain()
    {
        ReadOnlySpan<byte> text = _text;
        int at = _at;
        while (text.Length - at >= Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.Create(text.Slice(at, Vector128<byte>.Count));
            Vector128<byte> hits = Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(block, Vector128.Create((byte)0x1F)), block);
            uint mask = hits.ExtractMostSignificantBits();
            if (mask != 0)
            {
                _at = at + BitOperations.TrailingZeroCount(mask);
                return true;
            }
            at += Vector128<byte>.Count;
        }
        while (at < text.Length && text[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }
        _at = at;
        return at < text.Length;
    }

    private bool SkipEscape()
    {
        byte letter = _at + 1 < _text.Length ? _text[_at + 1] : (byte)0;
        if (letter != 'u')
        {
            _at += 2;
            return letter is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
        }
        for (int digit = _at + 2; digit < _at + 6; digit++)
        {
            if (digit >= _text.Length || !char.IsAsciiHexDigit((char)_text[digit]))
            {
                return false;
            }
        }
        _at += 6;
        return true;
    }

    private bool ReadNumber()
    {
        int start = _at;
        _at += _text[_at] == '-' ? 1 : 0;
        int whole = _at;
        bool ok = SkipDigits() && (_text[whole] != '0' || _at == whole + 1);
        int end = _at;
        if (ok && _at < _text.Length && _text[_at] == '.')
        {
            _at++;
            ok = SkipDigits();
        }
        if (ok && _at < _text.Length && (_text[_at] | 0x20) == 'e')
        {
            _at++;
            _at += _at < _text.Length && (_text[_at] is (byte)'+' or (byte)'-') ? 1 : 0;
            ok = SkipDigits();
        }
        if (!ok)
        {
            return Refuse(RefusalReason.NotJson, _at);
        }
        _tokens[_count] = Token.Number(start, _at - start, _count + 1, whole: _at == end);
        _count++;
        return true;
    }

    private bool SkipDigits()
    {
        int start = _at;
        while (_at < _text.Length && char.IsAsciiDigit((char)_text[_at]))
        {
            _at++;
        }
        return _at > start;
    }

    private bool ReadLiteral(TokenKind kind, ReadOnlySpan<byte> literal)
    {
        if (!_text[_at..].StartsWith(literal))
        {
            return Refuse(RefusalReason.NotJson, _at);
        }
        _tokens[_count] = Token.Value(kind, _at, 0, _count + 1, escaped: false);
        _count++;
        _at += literal.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    /// <summary>Whether a name stands before it in the same object.</summary>
    private static bool IsTwice(in Tape tape, int container, int name)
    {
        ref readonly Token searched = ref tape.Tokens[name];
        for (int member = container + 1; member < name; member = tape.Tokens[member + 1].Next)
        {
            ref readonly Token other = ref tape.Tokens[member];
            if (other.Hash == searched.Hash && JsonEquality.SameText(tape, other, tape, searched))
            {
                return true;
            }
        }
        return false;
    }

    private static uint HashOfEscaped(ReadOnlySpan<byte> raw)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return NameHash.Of(text.Utf8);
    }

    private bool Refuse(RefusalReason reason, int at)
    {
        Reason = reason;
        RefusedAt = at;
        return false;
    }

    private void EnsureRoom()
    {
        if (_count == _tokens.Length)
        {
            Grow(ref _tokens, _count);
        }
    }

    private static void Grow<T>(ref T[] array, int used)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
