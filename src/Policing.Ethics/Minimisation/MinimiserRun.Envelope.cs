using System.Text.Json;
using Policing.DataModel.Codes;

namespace Policing.Ethics.Minimisation;

/// <summary>The members that are more than data: reasons, extensions, the records of a bundle, markings of single members.</summary>
internal ref partial struct MinimiserRun
{
    // Longer than any pointer to a member of the model.
    private const int LongestPointer = 256;

    /// <summary>Writes why members have no value: what is noted, and the record's own reasons for members that are given.</summary>
    private readonly void WriteAbsent(ref Utf8JsonReader absent)
    {
        int start = _copy.Length;
        Comma();
        _copy.Add("\"absent\":{"u8);
        int notes = _copy.Length;
        _copy.Add(_space.Notes.Written[_frame.Notes..]);
        if (absent.TokenType == JsonTokenType.StartObject) KeepReasons(ref absent, notes, _copy.Length);
        if (_copy.IsAtFirst) _copy.CutTo(start);
        else _copy.Add((byte)'}');
    }

    private readonly void KeepReasons(ref Utf8JsonReader reader, int notes, int own)
    {
        Span<byte> pointer = stackalloc byte[LongestPointer];
        int left = _limits.Members - _frame.NoteCount;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && left > 0)
        {
            long offset = reader.TokenStartIndex;
            int length = Decode(ref reader, pointer);
            reader.Read();
            if (!IsReason(ref reader) || length == 0 || !Leads(pointer[..length], _frame.Plan.Node))
            {
                Skip(ref reader);
                continue;
            }

            if (IsWritten(pointer[..length], own, _copy.Length)) throw Stop(MinimisationFault.DuplicateName, offset);
            if (IsWritten(pointer[..length], notes, own)) continue;
            Comma();
            _copy.Add((byte)'"');
            _copy.Add(pointer[..length]);
            _copy.Add("\":"u8);
            _copy.Add(_text.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
            left--;
        }
    }

    // A reason in words of the source's own could say what the member would have said.
    private static bool IsReason(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) return false;
        foreach (AbsentReason reason in AbsentReason.BuiltIn)
            if (reader.ValueTextEquals(reason.Code)) return true;
        return false;
    }

    private readonly bool IsWritten(ReadOnlySpan<byte> pointer, int from, int to)
    {
        ReadOnlySpan<byte> written = _copy.Written[from..to];
        for (int at = written.IndexOf(pointer), next; at >= 0; at = next < 0 ? -1 : at + 1 + next)
        {
            // A pointer of the model has no character that is escaped, so the quotes are its ends. What follows may begin with it again: /a in /a/a.
            int end = at + pointer.Length;
            if (at > 0 && written[at - 1] == '"' && end < written.Length && written[end] == '"') return true;
            next = written[(at + 1)..].IndexOf(pointer);
        }

        return false;
    }

    /// <summary>A name or string in UTF-8; 0 when it is longer than any pointer of the model.</summary>
    private static int Decode(ref Utf8JsonReader reader, scoped Span<byte> buffer) => reader.ValueSpan.Length <= buffer.Length ? reader.CopyString(buffer) : 0;

    /// <summary>Whether a pointer leads to a member that is given.</summary>
    private readonly bool Leads(scoped ReadOnlySpan<byte> pointer, ShareNode node)
    {
        while (TakeSegment(ref pointer, out ReadOnlySpan<byte> segment))
        {
            int place = node.Find(segment, 0);
            if (place < 0 || node.Members[place] is not { Role: MemberRole.None } member || !IsGiven(member)) return false;
            if (pointer.IsEmpty) return true;
            if (member.Shape == MemberShape.List && (!TakeSegment(ref pointer, out segment) || !IsPlace(segment))) return false;
            if (pointer.IsEmpty) return true;
            if (member.Node is null) return false;
            node = member.Node;
        }

        return false;
    }

    private static bool TakeSegment(ref ReadOnlySpan<byte> pointer, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (pointer.IsEmpty || pointer[0] != '/') return false;
        int end = pointer[1..].IndexOf((byte)'/');
        segment = end < 0 ? pointer[1..] : pointer.Slice(1, end);
        pointer = pointer[(1 + segment.Length)..];
        return true;
    }

    private static bool IsPlace(ReadOnlySpan<byte> segment) =>
        segment.Length is > 0 and <= 5 && !segment.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (segment.Length == 1 || segment[0] != '0');

    private ValueOutcome Records(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Wrong(ref reader);
        _copy.Add((byte)'[');
        bool held = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            held = true;
            if (++_records > _limits.BundleRecords) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            if (PlanAt(ref reader) is { } plan)
            {
                Comma();
                Record(ref reader, plan);
            }
            else
            {
                Skip(ref reader);
            }
        }

        if (_copy.IsAtFirst) return held ? ValueOutcome.Withheld : ValueOutcome.Empty;
        _copy.Add((byte)']');
        return ValueOutcome.Written;
    }

    private readonly RecordPlan? PlanAt(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        Utf8JsonReader ahead = reader;
        return FindType(ref ahead) ? _plan.Of(ref ahead) : null;
    }

    // Each element says in itself to which member it belongs, so the others lose nothing when one is left out.
    private ValueOutcome Granular(ref Utf8JsonReader reader, MemberPlan member)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return ValueOutcome.WrongKind;
        _copy.Add((byte)'[');
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (++index > _limits.Elements) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            if (!IsOfGiven(ref reader, out bool isReadable))
            {
                if (!isReadable) return ValueOutcome.WrongKind;
                Skip(ref reader);
                continue;
            }

            Comma();
            if (Single(ref reader, member) == ValueOutcome.WrongKind) return ValueOutcome.WrongKind;
        }

        _pointsIntoRecords = false;
        if (_copy.IsAtFirst) return ValueOutcome.Empty;
        _copy.Add((byte)']');
        return ValueOutcome.Written;
    }

    private bool IsOfGiven(ref Utf8JsonReader reader, out bool isReadable)
    {
        isReadable = false;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        Utf8JsonReader ahead = reader;
        Span<byte> pointer = stackalloc byte[LongestPointer];
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isPointer = ahead.ValueTextEquals("pointer"u8);
            ahead.Read();
            if (isPointer)
            {
                isReadable = ahead.TokenType == JsonTokenType.String;
                return isReadable && IsOfGiven(pointer[..Decode(ref ahead, pointer)], ahead.ValueSpan.IsEmpty);
            }

            ahead.Skip();
        }

        return false;
    }

    // The records of a bundle change places when some are left out, so what was of one of them is said of them all: too strict is safe.
    private bool IsOfGiven(scoped ReadOnlySpan<byte> pointer, bool isWhole)
    {
        _pointsIntoRecords = _frame.Plan.IsBundle && (pointer.SequenceEqual("/records"u8) || pointer.StartsWith("/records/"u8));
        return isWhole || _pointsIntoRecords || Leads(pointer, _frame.Plan.Node);
    }

    private ValueOutcome RecordsPointer(ref Utf8JsonReader reader)
    {
        Skip(ref reader);
        _copy.Add("\"/records\""u8);
        return ValueOutcome.Written;
    }

    private ValueOutcome Extensions(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return Wrong(ref reader);
        _copy.Add((byte)'{');
        ulong seen = 0;
        int count = 0;
        bool held = false;
        // Names that the view does not list cannot be told apart by a place.
        HashSet<string>? names = _frame.Plan.AnyExtension ? new(StringComparer.Ordinal) : null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > _limits.Members) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            RequireText(ref reader);
            int place = ExtensionAt(ref reader);
            if (place >= 0 && (seen & (1UL << place)) != 0) throw Stop(MinimisationFault.DuplicateName, reader.TokenStartIndex);
            if (names?.Add(reader.GetString()!) == false) throw Stop(MinimisationFault.DuplicateName, reader.TokenStartIndex);
            ReadOnlySpan<byte> name = _text.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            reader.Read();
            if (place >= 0) seen |= 1UL << place;
            if (place >= 0 || names is not null)
            {
                held |= !Extension(ref reader, name);
            }
            else
            {
                if (MustUnderstand(reader)) throw Stop(MinimisationFault.MustUnderstand, reader.TokenStartIndex);
                held |= Skip(ref reader);
            }
        }

        if (_copy.IsAtFirst) return held ? ValueOutcome.Withheld : ValueOutcome.Empty;
        _copy.Add((byte)'}');
        return ValueOutcome.Written;
    }

    private readonly int ExtensionAt(ref Utf8JsonReader reader)
    {
        byte[][] given = _frame.Plan.Extensions;
        for (int i = 0; i < given.Length; i++)
            if (reader.ValueTextEquals(given[i])) return i;
        return -1;
    }

    private bool Extension(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return !Skip(ref reader);
        int start = _copy.Length;
        int notes = _space.Notes.Length;
        int count = _frame.NoteCount;
        Comma();
        _copy.Add(name);
        _copy.Add((byte)':');
        ValueOutcome outcome = Part(ref reader, _frame.Plan.ExtensionNode);
        // The way to a member of an extension leads through the owner's name, which a note does not quote.
        _space.Notes.CutTo(notes);
        _frame.NoteCount = count;
        if (outcome == ValueOutcome.Written) return true;
        _copy.CutTo(start);
        return outcome == ValueOutcome.Empty;
    }

    // Anything but false counts as true.
    private static bool MustUnderstand(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals("mustUnderstand"u8);
            reader.Read();
            if (isIt && reader.TokenType is not (JsonTokenType.False or JsonTokenType.Null)) return true;
            reader.Skip();
        }

        return false;
    }

    // Copied whole: nothing of it is known, but that everybody can read it.
    private readonly ValueOutcome Data(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        int depth = reader.CurrentDepth;
        RequireData(ref reader, depth);
        bool isOpen = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        while (isOpen && reader.Read())
        {
            RequireData(ref reader, depth);
            isOpen = reader.CurrentDepth > depth;
        }

        ReadOnlySpan<byte> data = _text[start..(int)reader.BytesConsumed];
        if (data[0] is (byte)'{' or (byte)'[') RequireNamesOnce(data, start);
        _copy.Add(data);
        return ValueOutcome.Written;
    }

    private readonly void RequireData(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName or JsonTokenType.String:
                RequireText(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth - depth >= _limits.ExtensionDepth:
                throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
        }
    }

    private readonly void RequireNamesOnce(ReadOnlySpan<byte> data, long offset)
    {
        try
        {
            JsonElement.Parse(data, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = _limits.ExtensionDepth });
        }
        catch (JsonException)
        {
            // It was read before: all that can be wrong is a name that is there twice.
            throw Stop(MinimisationFault.DuplicateName, offset);
        }
    }
}
