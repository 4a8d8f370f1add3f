using System.Text.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>The members of a record or part, and what happens to each. Finds one by its name. Immutable and thread-safe.</summary>
internal sealed class ShareNode
{
    // Longer than any name of the model, also when every character is escaped.
    private const int LongestEscaped = 256;
    // Those that were met are kept as bits.
    private const int MostMembers = 64;
    private readonly byte[][] _byLength;

    public ShareNode(MemberPlan[] members)
    {
        if (members.Length > MostMembers) throw new InvalidOperationException("The model has a record or part of over 64 members.");
        Members = members;
        _byLength = new byte[members.Max(m => m.Name.Length) + 1][];
        for (int length = 0; length < _byLength.Length; length++)
            _byLength[length] = [.. members.Index().Where(m => m.Item.Name.Length == length).Select(m => (byte)m.Index)];
    }

    public MemberPlan[] Members { get; }

    /// <summary>The place of the member at whose name the reader stands; -1 for one that the model does not define.</summary>
    /// <param name="reader">Stands at a name.</param>
    /// <param name="expected">The place after the member before: most texts keep the model's order.</param>
    public int Find(ref Utf8JsonReader reader, int expected)
    {
        if (!reader.ValueIsEscaped) return Find(reader.ValueSpan, expected);
        if (reader.ValueSpan.Length > LongestEscaped) return -1;
        Span<byte> name = stackalloc byte[LongestEscaped];
        return Find(name[..reader.CopyString(name)], expected);
    }

    public int Find(ReadOnlySpan<byte> name, int expected)
    {
        if (expected < Members.Length && name.SequenceEqual(Members[expected].Utf8Name)) return expected;
        if (name.Length >= _byLength.Length) return -1;
        foreach (byte place in _byLength[name.Length])
            if (name.SequenceEqual(Members[place].Utf8Name)) return place;
        return -1;
    }
}
