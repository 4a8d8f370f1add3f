using System.Text.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>The members of the object being read: counts them, refuses duplicates, and keeps what the model cannot take.</summary>
internal ref struct MemberReader(ReadContext context, long start)
{
    private ulong _seen;

    // A null counts as seen for duplicates, but as missing for what is required.
    private ulong _nulls;
    private int _count;
    private List<KeyValuePair<string, JsonElement>>? _kept;
    private HashSet<string>? _names;

    /// <summary>Moves to the next member name; false at the end of the object.</summary>
    public bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject) return false;
        if (++_count > context.Limits.Members) throw new UnreadableException(FindingRules.OverLimit, reader.TokenStartIndex);
        return true;
    }

    /// <summary>
    /// Takes note of a member of the model and moves to its value; false when there is nothing to read, because it is null.
    /// </summary>
    public bool Enter(ref Utf8JsonReader reader, int member)
    {
        ulong bit = 1UL << member;
        if (((_seen | _nulls) & bit) != 0) throw new UnreadableException(FindingRules.DuplicateName, reader.TokenStartIndex);
        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
        {
            _seen |= bit;
            return true;
        }

        _nulls |= bit;
        context.Note(FindingRules.NullOrEmpty, reader.TokenStartIndex);
        return false;
    }

    /// <summary>Keeps a member that the model does not define; the reader stands at its name.</summary>
    public void KeepUnknown(ref Utf8JsonReader reader)
    {
        long offset = reader.TokenStartIndex;
        string name = context.String(ref reader);
        reader.Read();
        context.Note(FindingRules.UnknownMember, reader.TokenStartIndex);
        Keep(name, JsonValues.ReadRaw(ref reader, context), offset);
    }

    /// <summary>Keeps a member of the model whose value has the wrong kind; the reader stands at the value's first token.</summary>
    public void KeepWrongKind(ref Utf8JsonReader reader, string name)
    {
        context.Note(FindingRules.WrongKind, context.Culprit(reader.TokenStartIndex));
        Keep(name, JsonValues.ReadRaw(ref reader, context), reader.TokenStartIndex);
    }

    /// <summary>Keeps a <c>type</c> that is not the one of the record being read.</summary>
    public void KeepOtherType(ref Utf8JsonReader reader)
    {
        context.Note(FindingRules.OtherType, reader.TokenStartIndex);
        Keep("type", JsonValues.ReadRaw(ref reader, context), reader.TokenStartIndex);
    }

    private void Keep(string name, JsonElement value, long offset)
    {
        _kept ??= [];
        if (_kept.Count < 16)
        {
            foreach (KeyValuePair<string, JsonElement> member in _kept)
                if (string.Equals(member.Key, name, StringComparison.Ordinal)) throw new UnreadableException(FindingRules.DuplicateName, offset);
        }
        else
        {
            _names ??= new HashSet<string>(_kept.Select(m => m.Key), StringComparer.Ordinal);
            if (!_names.Add(name)) throw new UnreadableException(FindingRules.DuplicateName, offset);
        }

        _kept.Add(new(name, value));
    }

    /// <summary>Notes the required members that are missing, and gives what was kept.</summary>
    public readonly UnknownMembers? End(ulong required, ReadOnlySpan<string> names)
    {
        if ((_seen & required) != required) context.NoteMissing(required & ~_seen, start, names);
        return _kept is null ? null : Made(_kept);
    }

    private static UnknownMembers Made(List<KeyValuePair<string, JsonElement>> kept) => new([.. kept]);
}
