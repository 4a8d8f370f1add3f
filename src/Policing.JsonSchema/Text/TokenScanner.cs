using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>
/// Scans a text of valid UTF-8 once, from front to back. It reads what Utf8JsonReader reads, which a test holds it to, but writes the tokens
/// as it goes, looks names up while they are at hand, and refuses names that stand twice and halves of characters.
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
        public bool IsObject;

        /// <summary>A bit for each name that came, by its code.</summary>
        public ulong Seen;

        // Member by member, for the reason that Token gives.
        public void Set(int token, int count, bool isObject, ulong seen)
        {
            Token = token;
            Count = count;
            IsObject = isObject;
            Seen = seen;
        }
    }

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxDepth;
    private readonly NameTable? _known;
    private Token[] _tokens;
    private Frame[] _frames;
    private int _depth;

    public TokenScanner(ReadOnlySpan<byte> text, int maxDepth, NameTable? known)
    {
        _text = text;
        _maxDepth = maxDepth;
        _known = known;
        _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, text.Length / 8));
        _frames = ArrayPool<Frame>.Shared.Rent(FirstFrames);
    }

    /// <summary>Why the text is refused.</summary>
    public RefusalReason Reason { get; private set; }

    /// <summary>The offset at which it is refused.</summary>
    public int RefusedAt { get; private set; }

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Hands the tokens over.</summary>
    public Token[] Take()
    {
        Token[] tokens = _tokens;
        _tokens = [];
        return tokens;
    }

    public void Dispose()
    {
        TokenReader.Return(ref _tokens);
        ArrayPool<Frame>.Shared.Return(_frames);
        _frames = [];
    }

    /// <summary>Reads the one value of the text. False: it is refused.</summary>
    /// <remarks>
    /// Where it is, how many tokens there are and in what container it is are locals all the way, since what lies in fields goes
    /// through memory at each step. What is rare is kept out of line, to leave the registers to what is not.
    /// </remarks>
    public bool ReadAll()
    {
        ReadOnlySpan<byte> text = _text;
        NameTable? known = _known;
        Token[] tokens = _tokens;
        StringEnds strings = new();
        Frame frame = default;
        int count = 0;
        int at = JsonBytes.SkipSpace(text, 0);
        while (true)
        {
            // A value is due, or the name and value of a member.
            if (count + 1 >= tokens.Length)
            {
                tokens = GrowTokens(count);
            }
            if (frame.IsObject)
            {
                int name = at + 1;
                int nameEnd = JsonBytes.At(text, at) == '"' ? strings.Find(text, name, out bool isEscapedName) : Missing(at, out isEscapedName);
                if (nameEnd < 0 || (isEscapedName && !IsWhole(text, name, nameEnd)))
                {
                    return RefuseString(name, nameEnd);
                }
                ReadOnlySpan<byte> raw = text[name..nameEnd];
                int code = isEscapedName ? CodeOfEscaped(known, raw) : CodeOf(known, raw);
                tokens[count].SetName(name, raw.Length, count + 1, isEscapedName, code);
                ulong bit = 1UL << code;
                if ((frame.Seen & bit) != 0 && frame.Count < FewMembers && IsTwice(new Tape(text, tokens), frame.Token, count))
                {
                    return Refuse(RefusalReason.DuplicateName, name - 1);
                }
                frame.Seen |= bit;
                count++;
                at = JsonBytes.SkipSpace(text, nameEnd + 1);
                if (JsonBytes.At(text, at) != ':')
                {
                    return Refuse(RefusalReason.NotJson, at);
                }
                at = JsonBytes.SkipSpace(text, at + 1);
            }
            frame.Count++;
            byte first = JsonBytes.At(text, at);
            int end;
            switch (first)
            {
                case (byte)'"':
                    int start = at + 1;
                    end = strings.Find(text, start, out bool isEscaped);
                    if (end < 0 || (isEscaped && !IsWhole(text, start, end)))
                    {
                        return RefuseString(start, end);
                    }
                    tokens[count].SetValue(TokenKind.String, start, end - start, count + 1, isEscaped);
                    at = end + 1;
                    break;
                case (byte)'{' or (byte)'[':
                    if (_depth == _maxDepth)
                    {
                        return Refuse(RefusalReason.TooDeep, at);
                    }
                    tokens[count].SetValue(first == '{' ? TokenKind.Object : TokenKind.Array, at, 0, count + 1, escaped: false);
                    at = JsonBytes.SkipSpace(text, at + 1);
                    if (JsonBytes.At(text, at) == first + 2)
                    {
                        at++;
                        break;
                    }
                    if (_depth == _frames.Length)
                    {
                        Grow(ref _frames, _depth);
                    }
                    _frames[_depth++].Set(frame.Token, frame.Count, frame.IsObject, frame.Seen);
                    frame.Set(count++, 0, first == '{', 0);
                    continue;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    end = JsonBytes.NumberEnd(text, at, out bool isWhole);
                    if (end < 0)
                    {
                        return Refuse(RefusalReason.NotJson, ~end);
                    }
                    tokens[count].SetNumber(at, end - at, count + 1, isWhole);
                    at = end;
                    break;
                default:
                    TokenKind kind = JsonBytes.Literal(text[at..], first, out int length);
                    if (length == 0)
                    {
                        return Refuse(RefusalReason.NotJson, at);
                    }
                    tokens[count].SetValue(kind, at, 0, count + 1, escaped: false);
                    at += length;
                    break;
            }
            count++;
            while (true)
            {
                // A value is over: a comma is due, or the end of what it lies in.
                at = JsonBytes.SkipSpace(text, at);
                if (_depth == 0)
                {
                    Count = count;
                    return at == text.Length || Refuse(RefusalReason.NotJson, at);
                }
                byte next = JsonBytes.At(text, at);
                if (next == ',')
                {
                    at = JsonBytes.SkipSpace(text, at + 1);
                    break;
                }
                if (next != (frame.IsObject ? (byte)'}' : (byte)']'))
                {
                    return Refuse(RefusalReason.NotJson, at);
                }
                ref Token container = ref tokens[frame.Token];
                container.Length = frame.Count;
                container.Next = count;
                if (frame.Count > FewMembers && frame.IsObject && IsAnyTwice(tokens.AsSpan(0, count), frame.Token))
                {
                    return false;
                }
                ref readonly Frame outer = ref _frames[--_depth];
                frame.Set(outer.Token, outer.Count, outer.IsObject, outer.Seen);
                at++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAnyTwice(ReadOnlySpan<Token> tokens, int container)
    {
        int twice = SortedNames.FindDuplicate(new Tape(_text, tokens), container);
        return twice >= 0 && !Refuse(RefusalReason.DuplicateName, tokens[twice].Start - 1);
    }

    /// <summary>Whether a name stands before it in the same object.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsTwice(in Tape tape, int container, int name)
    {
        ref readonly Token searched = ref tape.Tokens[name];
        for (int member = container + 1; member < name; member = tape.Tokens[member + 1].Next)
        {
            ref readonly Token other = ref tape.Tokens[member];
            if (other.Code == searched.Code && JsonEquality.SameText(tape, other, tape, searched))
            {
                return true;
            }
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CodeOf(NameTable? known, ReadOnlySpan<byte> name)
    {
        NameKey key = NameKey.Of(name);
        int number = known is null ? -1 : known.Find(key, name);
        return number >= 0 ? number : Token.CodeOfUnknown(key);
    }

    // Methods with a buffer on the stack are slow to enter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CodeOfEscaped(NameTable? known, ReadOnlySpan<byte> raw)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return CodeOf(known, text.Utf8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsWhole(ReadOnlySpan<byte> text, int start, int end) => UnescapedText.HasOnlyWholeSurrogates(text[start..end]);

    /// <summary>A name is due, and something else stands there.</summary>
    private static int Missing(int at, out bool escaped)
    {
        escaped = false;
        return ~at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseString(int start, int end) =>
        end < 0 ? Refuse(RefusalReason.NotJson, ~end) : Refuse(RefusalReason.LoneSurrogate, start - 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refuse(RefusalReason reason, int at)
    {
        Reason = reason;
        RefusedAt = at;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Token[] GrowTokens(int used)
    {
        Grow(ref _tokens, used);
        return _tokens;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Grow<T>(ref T[] array, int used)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
