using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>The values of given members.</summary>
internal ref partial struct MinimiserRun
{
    // A decimal of the model holds as many characters digit for digit.
    private const int MostDecimalChars = 28;

    private ValueOutcome Value(ref Utf8JsonReader reader, MemberPlan member)
    {
        if (reader.TokenType == JsonTokenType.Null) return ValueOutcome.Empty;
        if (member.IsErased) return Skip(ref reader) ? ValueOutcome.Masked : ValueOutcome.Empty;
        return member.Role switch
        {
            MemberRole.Extensions => Extensions(ref reader),
            MemberRole.Records => Records(ref reader),
            MemberRole.Granular => Granular(ref reader, member),
            MemberRole.Pointer when _pointsIntoRecords => RecordsPointer(ref reader),
            MemberRole.Data => Data(ref reader),
            _ => member.Shape == MemberShape.List ? List(ref reader, member) : Single(ref reader, member),
        };
    }

    private ValueOutcome List(ref Utf8JsonReader reader, MemberPlan member)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Wrong(ref reader);
        _copy.Add((byte)'[');
        int notes = _space.Notes.Length;
        ValueOutcome whole = ValueOutcome.Empty;
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index >= _limits.Elements) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            _space.Path[_depth - 1] = new(member, index);
            if (whole is ValueOutcome.WrongKind or ValueOutcome.Masked) Skip(ref reader);
            else whole = With(whole, Element(ref reader, member));
        }

        if (whole == ValueOutcome.Written) _copy.Add((byte)']');
        return whole == ValueOutcome.Empty && _space.Notes.Length > notes ? ValueOutcome.Withheld : whole;
    }

    // An element that holds nothing stays as an empty object, so that places in the list keep their meaning.
    private ValueOutcome Element(ref Utf8JsonReader reader, MemberPlan member)
    {
        if (reader.TokenType == JsonTokenType.Null) return ValueOutcome.WrongKind;
        Comma();
        int start = _copy.Length;
        ValueOutcome outcome = Single(ref reader, member);
        if (outcome is not (ValueOutcome.Empty or ValueOutcome.Withheld)) return outcome;
        _copy.CutTo(start);
        _copy.Add("{}"u8);
        return ValueOutcome.Empty;
    }

    // One element that nobody can read, or that a redactor erased, takes the list with it: the places of the others would shift.
    private static ValueOutcome With(ValueOutcome list, ValueOutcome element) =>
        element is ValueOutcome.WrongKind or ValueOutcome.Masked or ValueOutcome.Written ? element : list;

    private ValueOutcome Wrong(ref Utf8JsonReader reader)
    {
        Skip(ref reader);
        return ValueOutcome.WrongKind;
    }

    private ValueOutcome Single(ref Utf8JsonReader reader, MemberPlan member)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when member.Kind is MemberKind.String or MemberKind.Text or MemberKind.Code:
                return member.Redactor is { } redactor ? Redacted(ref reader, redactor) : Text(ref reader);
            case JsonTokenType.StartObject when member.Kind == MemberKind.Part:
                return member.Grid is { } grid ? Point(ref reader, grid) : Part(ref reader, member.Node!);
            case JsonTokenType.StartObject when member.Kind == MemberKind.Code:
                return member.Redactor is null ? Code(ref reader) : SkipMasked(ref reader);
            case JsonTokenType.True or JsonTokenType.False when member.Kind == MemberKind.Boolean:
            case JsonTokenType.Number when IsNumber(ref reader, member.Kind):
                _copy.Add(reader.ValueSpan);
                return ValueOutcome.Written;
            default:
                Skip(ref reader);
                return member.Redactor is null && member.Grid is null ? ValueOutcome.WrongKind : ValueOutcome.Masked;
        }
    }

    private ValueOutcome SkipMasked(ref Utf8JsonReader reader)
    {
        Skip(ref reader);
        return ValueOutcome.Masked;
    }

    private static bool IsNumber(ref Utf8JsonReader reader, MemberKind kind) => kind switch
    {
        MemberKind.Integer => reader.TryGetInt32(out _),
        MemberKind.Decimal => IsDecimal(reader.ValueSpan) && reader.TryGetDecimal(out _),
        _ => false,
    };

    private static bool IsDecimal(ReadOnlySpan<byte> text) => text.Length <= MostDecimalChars && text.IndexOfAny((byte)'e', (byte)'E') < 0;

    private ValueOutcome Text(ref Utf8JsonReader reader)
    {
        RequireText(ref reader);
        _copy.Add(_text.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
        return ValueOutcome.Written;
    }

    private ValueOutcome Part(ref Utf8JsonReader reader, ShareNode node)
    {
        int notes = _space.Notes.Length;
        Utf8JsonReader none = default;
        _copy.Add((byte)'{');
        Members(ref reader, node, ref none);
        if (_copy.IsAtFirst) return _space.Notes.Length > notes ? ValueOutcome.Withheld : ValueOutcome.Empty;
        _copy.Add((byte)'}');
        return ValueOutcome.Written;
    }

    // The object form of a code: its five members, where they are strings.
    private ValueOutcome Code(ref Utf8JsonReader reader)
    {
        _copy.Add((byte)'{');
        int seen = 0;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > _limits.Members) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            RequireText(ref reader);
            int part = CodeParts.Find(ref reader);
            if (part >= 0 && (seen & (1 << part)) != 0) throw Stop(MinimisationFault.DuplicateName, reader.TokenStartIndex);
            reader.Read();
            if (part >= 0) seen |= 1 << part;
            if (part < 0 || reader.TokenType != JsonTokenType.String)
            {
                Skip(ref reader);
                continue;
            }

            Comma();
            _copy.Add(CodeParts.Prefix(part));
            Text(ref reader);
        }

        // A code of nothing but what nobody can read was held all the same.
        if (_copy.IsAtFirst) return count == 0 ? ValueOutcome.Empty : ValueOutcome.WrongKind;
        _copy.Add((byte)'}');
        return ValueOutcome.Written;
    }

    private ValueOutcome Redacted(ref Utf8JsonReader reader, Redactor redactor)
    {
        RequireText(ref reader);
        int most = reader.ValueSpan.Length;
        int length = reader.CopyString(_space.Given(most));
        int redacted = Redact(redactor, _space.Given(length), reader.TokenStartIndex);
        if (redacted == 0) return length == 0 ? ValueOutcome.Empty : ValueOutcome.Masked;
        _copy.Add((byte)'"');
        WriteEscaped(_space.Redacted(redacted));
        _copy.Add((byte)'"');
        return ValueOutcome.Written;
    }

    // A redactor is anybody's code: whatever it throws may quote what it was given.
    private readonly int Redact(Redactor redactor, ReadOnlySpan<char> text, long offset)
    {
        int written;
        try
        {
            int length = redactor.GetRedactedLength(text);
            if (length > _limits.StringBytes) throw Stop(MinimisationFault.OverLimit, offset);
            written = length <= 0 ? 0 : redactor.Redact(text, _space.Redacted(length));
            if (written < 0 || written > length) throw Stop(MinimisationFault.RedactorFailed, offset);
        }
        catch (Exception trouble) when (trouble is not MinimiserStop)
        {
            throw Stop(MinimisationFault.RedactorFailed, offset);
        }

        return written;
    }

    private readonly void WriteEscaped(ReadOnlySpan<char> text)
    {
        Span<byte> room = _copy.Room(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = System.Text.Encoding.UTF8.GetBytes(text, room);
        JavaScriptEncoder encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        if (encoder.FindFirstCharacterToEncodeUtf8(room[..length]) < 0)
        {
            _copy.Advance(length);
            return;
        }

        byte[] plain = room[..length].ToArray();
        Span<byte> escaped = _copy.Room(checked(length * encoder.MaxOutputCharactersPerInputCharacter));
        encoder.EncodeUtf8(plain, escaped, out _, out int written);
        _copy.Advance(written);
    }

    private ValueOutcome Point(ref Utf8JsonReader reader, PointGrid grid)
    {
        Span<decimal?> numbers = [null, null, null];
        int seen = 0;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > _limits.Members) throw Stop(MinimisationFault.OverLimit, reader.TokenStartIndex);
            RequireText(ref reader);
            int place = reader.ValueTextEquals("latitude"u8) ? 0 : reader.ValueTextEquals("longitude"u8) ? 1 : reader.ValueTextEquals("accuracy"u8) ? 2 : -1;
            if (place >= 0 && (seen & (1 << place)) != 0) throw Stop(MinimisationFault.DuplicateName, reader.TokenStartIndex);
            reader.Read();
            if (place >= 0) seen |= 1 << place;
            if (place >= 0 && IsNumberToken(ref reader) && reader.TryGetDecimal(out decimal number)) numbers[place] = number;
            else Skip(ref reader);
        }

        if (count == 0) return ValueOutcome.Empty;
        if (numbers[0] is not { } north || numbers[1] is not { } east || grid.Middle(north, east) is not { } middle) return ValueOutcome.Masked;
        WriteNumber("{\"latitude\":"u8, middle.Latitude);
        WriteNumber(",\"longitude\":"u8, middle.Longitude);
        WriteNumber(",\"accuracy\":"u8, grid.Accuracy(numbers[2], (north, east) == middle));
        _copy.Add(",\"anonymised\":true}"u8);
        return ValueOutcome.Written;
    }

    private static bool IsNumberToken(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number && IsDecimal(reader.ValueSpan);

    private readonly void WriteNumber(ReadOnlySpan<byte> before, decimal number)
    {
        _copy.Add(before);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, _copy.Room(32), out int written);
        _copy.Advance(written);
    }
}
