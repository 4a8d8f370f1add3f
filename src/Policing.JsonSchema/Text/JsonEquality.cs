namespace Policing.JsonSchema.Text;

/// <summary>
/// Equality of JSON values as JSON Schema defines it: numbers by value, strings by their characters, objects whatever the order of their
/// members.
/// </summary>
internal static class JsonEquality
{
    /// <summary>Up to so many members are searched one by one.</summary>
    private const int FewMembers = 16;

    public static bool Same(in Tape left, int leftAt, in Tape right, int rightAt)
    {
        ref readonly Token a = ref left.Tokens[leftAt];
        ref readonly Token b = ref right.Tokens[rightAt];
        switch (a.Kind)
        {
            case TokenKind.String or TokenKind.Name:
                return b.Kind is TokenKind.String or TokenKind.Name && SameText(left, a, right, b);
            case TokenKind.Number:
                return b.Kind is TokenKind.Number && SameNumber(left.Raw(a), right.Raw(b));
            case TokenKind.Array:
                return b.Kind is TokenKind.Array && a.Length == b.Length && SameItems(left, leftAt, right, rightAt);
            case TokenKind.Object:
                return b.Kind is TokenKind.Object && a.Length == b.Length
                    && (a.Length <= FewMembers ? SameMembers(left, leftAt, right, rightAt) : SameManyMembers(left, leftAt, right, rightAt));
            case TokenKind.True or TokenKind.False or TokenKind.Null:
                return a.Kind == b.Kind;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Whether two strings or names have the same characters, however they are written.</summary>
    public static bool SameText(in Tape left, in Token a, in Tape right, in Token b)
    {
        if (!a.IsEscaped && !b.IsEscaped)
        {
            return left.Raw(a).SequenceEqual(right.Raw(b));
        }
        return SameUnescaped(left.Raw(a), right.Raw(b));
    }

    private static bool SameUnescaped(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        using UnescapedText a = new(left, stackalloc byte[UnescapedText.StackBytes]);
        using UnescapedText b = new(right, stackalloc byte[UnescapedText.StackBytes]);
        return a.Utf8.SequenceEqual(b.Utf8);
    }

    private static bool SameNumber(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || ExactNumber.Parse(left).Compare(ExactNumber.Parse(right)) == 0;

    private static bool SameItems(in Tape left, int leftAt, in Tape right, int rightAt)
    {
        int count = left.Tokens[leftAt].Length;
        int a = leftAt + 1;
        int b = rightAt + 1;
        for (int item = 0; item < count; item++)
        {
            if (!Same(left, a, right, b))
            {
                return false;
            }
            a = left.Tokens[a].Next;
            b = right.Tokens[b].Next;
        }
        return true;
    }

    private static bool SameMembers(in Tape left, int leftAt, in Tape right, int rightAt)
    {
        int a = leftAt + 1;
        for (int rest = left.Tokens[leftAt].Length; rest > 0; rest--)
        {
            int b = FindMember(right, rightAt, left, left.Tokens[a]);
            if (b < 0 || !Same(left, a + 1, right, b + 1))
            {
                return false;
            }
            a = left.Tokens[a + 1].Next;
        }
        return true;
    }

    private static int FindMember(in Tape tape, int container, in Tape searchedTape, in Token searched)
    {
        int name = container + 1;
        for (int left = tape.Tokens[container].Length; left > 0; left--)
        {
            ref readonly Token candidate = ref tape.Tokens[name];
            if (SameText(tape, candidate, searchedTape, searched))
            {
                return name;
            }
            name = tape.Tokens[name + 1].Next;
        }
        return -1;
    }

    private static bool SameManyMembers(in Tape left, int leftAt, in Tape right, int rightAt)
    {
        int count = right.Tokens[rightAt].Length;
        ulong[] entries = SortedNames.Rent(right, rightAt);
        try
        {
            int a = leftAt + 1;
            for (int member = 0; member < count; member++)
            {
                int b = SortedNames.Find(entries.AsSpan(0, count), right, left, left.Tokens[a]);
                if (b < 0 || !Same(left, a + 1, right, b + 1))
                {
                    return false;
                }
                a = left.Tokens[a + 1].Next;
            }
            return true;
        }
        finally
        {
            SortedNames.Return(entries);
        }
    }
}
