using System.Text.Json;
using System.Text.Unicode;
using Policing.DataModel.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// One pass over a text. Tokens that are given are copied as they stand; what turns out not to be given is taken back from the copy. Every method that
/// takes a reader finds it at the value's first token and leaves it at the last.
/// </summary>
internal ref partial struct MinimiserRun
{
    // The levels that a bundle is around its records: itself, and their list.
    private const int BundleLevels = 2;

    // Beyond these, what is left out of one record is not noted: the view says that it is partial.
    private const int MostNotes = 256;

    // More levels than any limit lets in.
    private const int AnyDepth = 1_000;

    private readonly ReadOnlySpan<byte> _text;
    private readonly SharePlan _plan;
    private readonly bool _hasGround;
    private readonly JsonLimits _limits;
    private readonly Workspace _space;
    private readonly Draft _copy;
    private readonly int _mark;

    private int _depth;
    private int _records;
    private bool _pointsIntoRecords;
    private RecordFrame _frame;

    public MinimiserRun(ReadOnlySpan<byte> utf8, SharePlan plan, bool hasGround, JsonLimits limits, Workspace space)
    {
        _mark = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        _text = utf8[_mark..];
        _plan = plan;
        _hasGround = hasGround;
        _limits = limits;
        _space = space;
        _copy = space.Copy;
        // A copy is seldom longer than its text.
        _copy.Expect(_text.Length);
    }

    /// <summary>What is known of the record at hand.</summary>
    private struct RecordFrame
    {
        /// <summary>Where its path begins.</summary>
        public int Depth;

        /// <summary>Where its notes begin, and how many there are.</summary>
        public int Notes;
        public int NoteCount;

        public RecordPlan Plan;
    }

    /// <summary>Writes the copy of the whole text.</summary>
    /// <exception cref="MinimiserStop">The text is refused.</exception>
    public void Document()
    {
        Utf8JsonReader reader = default;
        try
        {
            RequireAcceptable();
            RecordPlan plan = TopPlan(ref reader);
            reader = NewReader(_limits.Depth + (plan.IsBundle ? BundleLevels : 0));
            reader.Read();
            Record(ref reader, plan);
            // Trailing text is an error of the reader's own.
            reader.Read();
        }
        catch (JsonException)
        {
            throw Stop(IsTooDeep(ref reader) ? MinimisationFault.OverLimit : MinimisationFault.NotJson, reader.BytesConsumed);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, met when its string was decoded.
            throw Stop(MinimisationFault.NotUnicode, reader.TokenStartIndex);
        }
    }

    private readonly MinimiserStop Stop(MinimisationFault fault, long offset) => new(fault, offset + _mark);

    private readonly void RequireAcceptable()
    {
        if (_text.Length > Math.Max(_limits.DocumentBytes, _limits.BundleBytes)) throw Stop(MinimisationFault.OverLimit, 0);
        if (!Utf8.IsValid(_text)) throw Stop(MinimisationFault.NotUnicode, 0);
    }

    private readonly Utf8JsonReader NewReader(int depth) => new(_text, new JsonReaderOptions { MaxDepth = depth });

    // The reader tells a level too many from a broken token only in words.
    private readonly bool IsTooDeep(ref Utf8JsonReader reader)
    {
        int most = reader.CurrentState.Options.MaxDepth;
        Utf8JsonReader again = NewReader(AnyDepth);
        try
        {
            while (again.Read())
                if (again.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && again.CurrentDepth >= most) return true;
        }
        catch (JsonException)
        {
            // Broken before it is too deep.
        }

        return false;
    }

    private RecordPlan TopPlan(ref Utf8JsonReader reader)
    {
        reader = NewReader(_limits.Depth + BundleLevels);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Stop(MinimisationFault.NotARecord, reader.TokenStartIndex);
        Utf8JsonReader start = reader;
        if (!FindType(ref reader)) throw Stop(MinimisationFault.NotARecord, start.TokenStartIndex);
        RecordPlan? plan = _plan.Of(ref reader);
        if (plan?.IsBundle != true && _text.Length > _limits.DocumentBytes) throw Stop(MinimisationFault.OverLimit, 0);
        return plan ?? throw Refusal(ref reader);
    }

    // Broken text is called that, whatever type it says.
    private readonly MinimiserStop Refusal(ref Utf8JsonReader reader)
    {
        long offset = reader.TokenStartIndex;
        while (reader.Read())
        {
        }

        return Stop(MinimisationFault.NotShared, offset);
    }

    /// <summary>Moves from a record's first token to the value of its type; false when that is no string, or missing.</summary>
    private static bool FindType(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType) return reader.TokenType == JsonTokenType.String;
            reader.Skip();
        }

        return false;
    }

    private void Record(ref Utf8JsonReader reader, RecordPlan plan)
    {
        RecordFrame around = _frame;
        _frame = new RecordFrame { Depth = _depth, Notes = _space.Notes.Length, Plan = plan };
        Utf8JsonReader absent = default;
        _copy.Add((byte)'{');
        Members(ref reader, plan.Node, ref absent);
        WriteAbsent(ref absent);
        Comma();
        _copy.Add(_plan.ViewMember);
        _copy.Add((byte)'}');
        _space.Notes.CutTo(_frame.Notes);
        _frame = around;
    }

    /// <summary>Copies the members of an object that are given; the brackets are the caller's.</summary>
    private void Members(ref Utf8JsonReader reader, ShareNode node, ref Utf8JsonReader absent)
    {
        ulong seen = 0;
        int expected = 0;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > _limits.Members) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            int place = node.Find(ref reader, expected);
            if (place < 0)
            {
                RequireText(ref reader);
                reader.Read();
                Skip(ref reader);
                continue;
            }

            if ((seen & (1UL << place)) != 0) throw Stop(MinimisationFault.DuplicateName, reader.TokenStartIndex);
            seen |= 1UL << place;
            expected = place + 1;
            reader.Read();
            Member(ref reader, node.Members[place], ref absent);
        }
    }

    private void Member(ref Utf8JsonReader reader, MemberPlan member, ref Utf8JsonReader absent)
    {
        if (member.Role == MemberRole.Absent) absent = reader;
        if (!IsGiven(member) && member.Role != MemberRole.Extensions)
        {
            bool held = Skip(ref reader);
            if (held && member.Role == MemberRole.None) Note(member, Reason.Withheld);
            return;
        }

        int start = _copy.Length;
        int notes = _space.Notes.Length;
        int count = _frame.NoteCount;
        Comma();
        _copy.Add(member.Prefix);
        _space.Path[_depth++] = new(member, -1);
        ValueOutcome outcome = Value(ref reader, member);
        _depth--;
        if (outcome == ValueOutcome.Written) return;
        if (member.IsEssential && outcome == ValueOutcome.WrongKind) throw Stop(MinimisationFault.UnreadableMarking, reader.TokenStartIndex);
        _copy.CutTo(start);
        _space.Notes.CutTo(notes);
        _frame.NoteCount = count;
        if (outcome != ValueOutcome.Empty) Note(member, outcome == ValueOutcome.Masked ? Reason.Masked : Reason.Withheld);
    }

    private readonly bool IsGiven(MemberPlan member) => member.IsGiven && (!member.IsSensitive || _hasGround);

    private readonly void Comma()
    {
        if (!_copy.IsAtFirst) _copy.Add((byte)',');
    }
}
