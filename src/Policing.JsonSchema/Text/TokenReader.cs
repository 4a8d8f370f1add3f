using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Policing.JsonSchema.Text;

/// <summary>Reads a text into tokens, and refuses what is not I-JSON (RFC 7493) or over a limit.</summary>
internal static class TokenReader
{
    /// <summary>Up to so many members of an object are compared by walking back; more are sorted when the object ends.</summary>
    private const int FewMembers = 32;

    /// <summary>A container that is not closed yet.</summary>
    private struct Frame
    {
        public int Token;
        public int Count;
        public bool IsArray;
        public ulong Seen;
    }

    /// <summary>Reads a text. The array comes from the pool, and goes back there by <see cref="Return"/>; it is empty where the text is refused.</summary>
    public static DocumentRefusal? Read(ReadOnlySpan<byte> text, DocumentLimits limits, out Token[] tokens, out int count)
    {
        tokens = [];
        count = 0;
        if (text.Length > limits.MaxBytes)
        {
            return new DocumentRefusal(RefusalReason.TooLarge, 0, 0);
        }
        if (!Utf8.IsValid(text))
        {
            return TextPlace.Refusal(RefusalReason.NotUtf8, text, FirstInvalid(text));
        }
        tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, text.Length / 12));
        int refusedAt = 0;
        RefusalReason? reason;
        try
        {
            reason = ReadTokens(text, limits.MaxDepth, ref tokens, ref count, ref refusedAt);
        }
        catch (JsonException exception)
        {
            // The message of the reader can quote the text, so it goes no further.
            Return(ref tokens);
            return new DocumentRefusal(RefusalReason.NotJson, (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        }
        if (reason is null)
        {
            return null;
        }
        Return(ref tokens);
        return TextPlace.Refusal(reason.Value, text, refusedAt);
    }

    public static void Return(ref Token[] tokens)
    {
        if (tokens.Length > 0)
        {
            ArrayPool<Token>.Shared.Return(tokens);
            tokens = [];
        }
    }

    private static RefusalReason? ReadTokens(ReadOnlySpan<byte> text, int maxDepth, ref Token[] tokens, ref int count, ref int refusedAt)
    {
        Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        Frame[] frames = ArrayPool<Frame>.Shared.Rent(Math.Min(maxDepth, 64) + 1);
        int depth = 0;
        frames[0] = default;
        try
        {
            while (reader.Read())
            {
                if (count == tokens.Length)
                {
                    Grow(ref tokens);
                }
                JsonTokenType type = reader.TokenType;
                int start = (int)reader.TokenStartIndex;
                if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    ref Frame closed = ref frames[depth--];
                    ref Token container = ref tokens[closed.Token];
                    container.Length = closed.Count;
                    container.Next = count;
                    if (type is JsonTokenType.EndObject && closed.Count > FewMembers
                        && SortedNames.FindDuplicate(new Tape(text, tokens.AsSpan(0, count)), closed.Token) is var twice and >= 0)
                    {
                        refusedAt = tokens[twice].Start - 1;
                        return RefusalReason.DuplicateName;
                    }
                    continue;
                }
                bool escaped = reader.ValueIsEscaped;
                if (escaped && !UnescapedText.HasOnlyWholeSurrogates(reader.ValueSpan))
                {
                    refusedAt = start;
                    return RefusalReason.LoneSurrogate;
                }
                ref Frame frame = ref frames[depth];
                if (type is JsonTokenType.PropertyName)
                {
                    uint hash = escaped ? HashOfEscaped(reader.ValueSpan) : NameHash.Of(reader.ValueSpan);
                    tokens[count] = Token.Name(start + 1, reader.ValueSpan.Length, count + 1, escaped, hash);
                    ulong bit = 1UL << (int)(hash & 63);
                    if ((frame.Seen & bit) != 0 && frame.Count < FewMembers && IsTwice(new Tape(text, tokens), frame.Token, count))
                    {
                        refusedAt = start;
                        return RefusalReason.DuplicateName;
                    }
                    frame.Seen |= bit;
                    count++;
                    frame.Count++;
                    continue;
                }
                if (frame.IsArray)
                {
                    frame.Count++;
                }
                switch (type)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        if (depth == maxDepth)
                        {
                            refusedAt = start;
                            return RefusalReason.TooDeep;
                        }
                        if (++depth == frames.Length)
                        {
                            Grow(ref frames);
                        }
                        frames[depth] = new Frame { Token = count, IsArray = type is JsonTokenType.StartArray };
                        tokens[count++] = Token.Value(type is JsonTokenType.StartObject ? TokenKind.Object : TokenKind.Array, start, 0, 0, escaped: false);
                        break;
                    case JsonTokenType.String:
                        tokens[count] = Token.Value(TokenKind.String, start + 1, reader.ValueSpan.Length, count + 1, escaped);
                        count++;
                        break;
                    case JsonTokenType.Number:
                        tokens[count] = Token.Value(TokenKind.Number, start, reader.ValueSpan.Length, count + 1, escaped: false);
                        count++;
                        break;
                    case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                        tokens[count] = Token.Value(KindOf(type), start, 0, count + 1, escaped: false);
                        count++;
                        break;
                }
            }
            return null;
        }
        finally
        {
            ArrayPool<Frame>.Shared.Return(frames);
        }
    }

    private static TokenKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.True => TokenKind.True,
        JsonTokenType.False => TokenKind.False,
        _ => TokenKind.Null,
    };

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

    private static void Grow<T>(ref T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length && System.Text.Rune.DecodeFromUtf8(text[at..], out _, out int used) is OperationStatus.Done)
        {
            at += used;
        }
        return at;
    }
}
