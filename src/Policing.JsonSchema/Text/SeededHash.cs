namespace Policing.JsonSchema.Text;

/// <summary>Hashes that differ from process to process. Values that are equal as JSON have equal hashes.</summary>
internal static class SeededHash
{
    public static int OfText(in Tape tape, in Token token)
    {
        HashCode hash = default;
        if (token.IsEscaped)
        {
            using UnescapedText text = new(tape.Raw(token), stackalloc byte[UnescapedText.StackBytes]);
            hash.AddBytes(text.Utf8);
        }
        else
        {
            hash.AddBytes(tape.Raw(token));
        }
        return hash.ToHashCode();
    }

    public static int OfValue(in Tape tape, int at)
    {
        ref readonly Token token = ref tape.Tokens[at];
        return token.Kind switch
        {
            TokenKind.String or TokenKind.Name => OfText(tape, token),
            TokenKind.Number => OfNumber(ExactNumber.Parse(tape.Raw(token))),
            TokenKind.Array => OfArray(tape, at),
            TokenKind.Object => OfObject(tape, at),
            TokenKind.True or TokenKind.False or TokenKind.Null => HashCode.Combine(token.Kind),
            _ => throw new InvalidOperationException(),
        };
    }

    private static int OfNumber(in ExactNumber number)
    {
        HashCode hash = default;
        hash.Add(number.IsNegative);
        hash.Add(number.Magnitude);
        for (int digit = 0; digit < number.Count; digit++)
        {
            hash.Add(number.Digit(digit));
        }
        return hash.ToHashCode();
    }

    private static int OfArray(in Tape tape, int at)
    {
        HashCode hash = default;
        int item = at + 1;
        for (int left = tape.Tokens[at].Length; left > 0; left--)
        {
            hash.Add(OfValue(tape, item));
            item = tape.Tokens[item].Next;
        }
        return hash.ToHashCode();
    }

    /// <summary>A sum, since the order of members does not count.</summary>
    private static int OfObject(in Tape tape, int at)
    {
        int sum = tape.Tokens[at].Length;
        int name = at + 1;
        for (int left = tape.Tokens[at].Length; left > 0; left--)
        {
            sum = unchecked(sum + HashCode.Combine(OfText(tape, tape.Tokens[name]), OfValue(tape, name + 1)));
            name = tape.Tokens[name + 1].Next;
        }
        return sum;
    }
}
