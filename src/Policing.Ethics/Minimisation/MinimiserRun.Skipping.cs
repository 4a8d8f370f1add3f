using System.Text.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>What is left out, and the notes of it.</summary>
internal ref partial struct MinimiserRun
{
    /// <summary>Leaves a value out, to its last token; false when it held nothing. It has to be good text all the same.</summary>
    private readonly bool Skip(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return false;
            case JsonTokenType.String:
                RequireText(ref reader);
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return SkipBelow(ref reader);
            default:
                return true;
        }
    }

    private readonly bool SkipBelow(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        bool held = false;
        while (reader.Read())
        {
            JsonTokenType token = reader.TokenType;
            if (token is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == depth) return held;
            if (token is JsonTokenType.PropertyName or JsonTokenType.String) RequireText(ref reader);
            held = true;
        }

        return held;
    }

    /// <summary>Refuses a name or string that is over the limit or not Unicode.</summary>
    private readonly void RequireText(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > _limits.StringBytes) RequireDecoded(ref reader);
    }

    private readonly void RequireDecoded(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
        // The room behind the copy serves as a place to decode to; it is cleared with the copy.
        int length = reader.CopyString(_copy.Room(reader.ValueSpan.Length));
        if (length > _limits.StringBytes) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
    }

    private void Note(MemberPlan member, ReadOnlySpan<byte> reason)
    {
        if (!_plan.NotesWithheld || member.IsCovert || _frame.NoteCount >= MostNotes) return;
        _frame.NoteCount++;
        Draft notes = _space.Notes;
        if (notes.Length > _frame.Notes) notes.Add((byte)',');
        notes.Add((byte)'"');
        foreach (PathStep step in _space.Path.AsSpan(_frame.Depth, _depth - _frame.Depth))
        {
            notes.Add((byte)'/');
            notes.Add(step.Member.Utf8Name);
            if (step.Index < 0) continue;
            notes.Add((byte)'/');
            step.Index.TryFormat(notes.Room(11), out int written, default, System.Globalization.CultureInfo.InvariantCulture);
            notes.Advance(written);
        }

        notes.Add((byte)'/');
        notes.Add(member.Utf8Name);
        notes.Add(reason);
    }
}
