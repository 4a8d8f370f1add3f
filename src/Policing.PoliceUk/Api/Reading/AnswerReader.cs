using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Reads the objects of an answer member by member. What a member cannot be read as is kept aside with it; only what is not JSON, or JSON
/// that not everybody reads alike, throws.
/// </summary>
/// <remarks>The exceptions of the JSON reader quote the text, so <see cref="Answers"/> catches them.</remarks>
internal ref struct AnswerReader
{
    private const int MostPlaces = 2048;
    private const int MostOutcomes = 128;
    private const NumberStyles DegreesStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly TextPool _pool;
    private PartPool<PublishedPlace>? _places;
    private PartPool<OutcomeStatus>? _outcomes;

    // Where the reader's text begins in the whole: behind an object that needed no reading it begins anew.
    private int _base;
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private ReadOnlySpan<byte> _dateText;
    private PartialDateTime _date;

    public AnswerReader(ReadOnlySpan<byte> utf8, TextPool pool)
    {
        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8);
        _pool = pool;
    }

    /// <summary>How many members were kept aside.</summary>
    public int KeptMembers { get; private set; }

    /// <summary>The name of the member in hand.</summary>
    public readonly ReadOnlySpan<byte> Name => _name;

    public readonly JsonTokenType Token => _json.TokenType;

    public bool Read() => _json.Read();

    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public bool NextMember()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
            return false;
        _name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        return true;
    }

    /// <summary>Keeps the member as it came: no property stands for it.</summary>
    public void Keep(ref MemberSet members)
    {
        _json.Read();
        KeepValue(ref members);
    }

    /// <summary>A text; of a number or a truth value what stands there.</summary>
    public string? Text(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when !_json.ValueIsEscaped:
                return _pool.Get(_json.ValueSpan);
            case JsonTokenType.String:
                return _json.GetString();
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return _pool.Get(_json.ValueSpan);
            default:
                KeepValue(ref members);
                return null;
        }
    }

    /// <summary>A text that hardly ever comes twice, such as a key.</summary>
    public string? OwnText(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return _json.ValueSpan.IsEmpty ? string.Empty : _json.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_json.ValueSpan);
            default:
                KeepValue(ref members);
                return null;
        }
    }

    /// <summary>A whole number, also where it is written as a text.</summary>
    public long? Integer(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        if (_json.TokenType is JsonTokenType.Number or JsonTokenType.String
            && Utf8Parser.TryParse(_json.ValueSpan, out long number, out var read) && read == _json.ValueSpan.Length)
            return number;
        KeepValue(ref members);
        return null;
    }

    /// <summary>Degrees, which the service writes as a text; digit for digit.</summary>
    public decimal? Degrees(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        if (_json.TokenType == JsonTokenType.Null)
            return null;
        if (_json.TokenType is JsonTokenType.Number or JsonTokenType.String && TryDegrees(_json.ValueSpan, out var degrees))
            return degrees;
        KeepValue(ref members);
        return null;
    }

    /// <summary>A truth value, also where it is written as a text.</summary>
    public bool? Flag(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String or JsonTokenType.Number when Mapping.SourceBoolean.TryRead(_pool.Get(_json.ValueSpan), out var value) && value is not null:
                return value;
            default:
                KeepValue(ref members);
                return null;
        }
    }

    /// <summary>A date or a part of one; a text that is none stays as it is, and is malformed.</summary>
    public PartialDateTime Date(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String when _json.ValueIsEscaped:
                return PartialDateTime.FromText(_json.GetString()!);
            case JsonTokenType.String or JsonTokenType.Number:
                return DateOf(_json.ValueSpan);
            default:
                KeepValue(ref members);
                return default;
        }
    }

    /// <summary>An object.</summary>
    public T? Part<T>(ref MemberSet members, int member, ReadPart<T> read)
        where T : AnswerPart
    {
        Begin(ref members, member);
        if (_json.TokenType == JsonTokenType.StartObject)
            return read(ref this);
        if (_json.TokenType != JsonTokenType.Null)
            KeepValue(ref members);
        return null;
    }

    /// <summary>A place. Many events share one.</summary>
    public PublishedPlace? Place(ref MemberSet members, int member) =>
        Shared(ref members, member, _places ??= new(MostPlaces), EventParts.PublishedPlace);

    /// <summary>A latest outcome. Most events have one of a few.</summary>
    public OutcomeStatus? Outcome(ref MemberSet members, int member) =>
        Shared(ref members, member, _outcomes ??= new(MostOutcomes), EventParts.OutcomeStatus);

    /// <summary>A list of objects. One that holds something else is kept aside as a whole.</summary>
    public ValueList<T> Parts<T>(ref MemberSet members, int member, ReadPart<T> read)
        where T : AnswerPart
    {
        Begin(ref members, member);
        if (_json.TokenType == JsonTokenType.Null)
            return default;
        var before = this;
        if (_json.TokenType == JsonTokenType.StartArray && TryParts(read, out var parts))
            return parts;
        this = before;
        KeepValue(ref members);
        return default;
    }

    /// <summary>A list of texts. One that holds something else is kept aside as a whole.</summary>
    public ValueList<string> Texts(ref MemberSet members, int member)
    {
        Begin(ref members, member);
        if (_json.TokenType == JsonTokenType.Null)
            return default;
        var before = _json;
        if (_json.TokenType == JsonTokenType.StartArray && TryTexts(out var texts))
            return texts;
        _json = before;
        KeepValue(ref members);
        return default;
    }

    /// <summary>The objects of a list whose first token is the current one; false where something else is among them.</summary>
    public bool TryParts<T>(ReadPart<T> read, out ValueList<T> parts)
        where T : AnswerPart
    {
        parts = default;
        var list = new List<T>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.StartObject)
                return false;
            list.Add(read(ref this));
        }

        parts = ValueList.Create<T>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        return true;
    }

    /// <summary>An object of which one stands for all that are written alike.</summary>
    private T? Shared<T>(ref MemberSet members, int member, PartPool<T> pool, ReadPart<T> read)
        where T : AnswerPart
    {
        Begin(ref members, member);
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            if (_json.TokenType != JsonTokenType.Null)
                KeepValue(ref members);
            return null;
        }

        var start = _base + (int)_json.TokenStartIndex;
        var depth = _json.CurrentDepth;
        ref var slot = ref pool.Find(_utf8, start);
        if (slot.IsAt(_utf8, start, depth))
        {
            _base = start + slot.Length;
            _json = new Utf8JsonReader(_utf8[_base..], isFinalBlock: true, slot.After);
            return slot.Part;
        }

        var kept = KeptMembers;
        var part = read(ref this);
        // What was kept must be counted each time.
        if (kept == KeptMembers)
            slot = new() { Part = part, Start = start, Length = _base + (int)_json.BytesConsumed - start, Depth = depth, After = _json.CurrentState };
        return part;
    }

    private static bool TryDegrees(ReadOnlySpan<byte> text, out decimal degrees) =>
        decimal.TryParse(text, DegreesStyle, CultureInfo.InvariantCulture, out degrees);

    private bool TryTexts(out ValueList<string> texts)
    {
        texts = default;
        var list = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.String)
                return false;
            list.Add(_json.GetString()!);
        }

        texts = ValueList.From(list);
        return true;
    }

    private PartialDateTime DateOf(ReadOnlySpan<byte> text)
    {
        // Mostly the month of the object before.
        if (_dateText.IsEmpty || !text.SequenceEqual(_dateText))
        {
            _dateText = text;
            _date = PartialDateTime.FromUtf8(text);
        }

        return _date;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(ref MemberSet members, int member)
    {
        if (!members.Add(member))
            throw new AnswerFaultException(Explanations.NotInteroperable);
        _json.Read();
    }

    private void KeepValue(ref MemberSet members)
    {
        var name = Encoding.UTF8.GetString(_name);
        var value = JsonElement.ParseValue(ref _json);
        if (members.Kept?.TryGetValue(name, out _) == true)
            throw new AnswerFaultException(Explanations.NotInteroperable);
        try
        {
            members.Kept = members.Kept?.With(name, value) ?? UnknownMembers.Of(name, value);
        }
        catch (ArgumentException)
        {
            throw new AnswerFaultException(Explanations.NotInteroperable);
        }

        KeptMembers++;
    }
}
