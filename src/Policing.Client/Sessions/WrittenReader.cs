using System.Text.Json;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>Reads what a write did, in one pass. Members that the contract does not define are passed over.</summary>
internal ref struct WrittenReader
{
    // As deep as other answers may be.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private Utf8JsonReader _json;
    private RecordId _record;
    private WriteChange? _change;
    private int? _version;
    private ValueList<PartnerFinding>? _findings;
    private AuditEntryId? _auditEntry;

    private WrittenReader(ReadOnlySpan<byte> utf8) => _json = new(utf8, Options);

    /// <summary>Reads the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The record that was to be written.</param>
    /// <param name="found">What was found of it before it was sent.</param>
    /// <exception cref="AnswerFaultException">A member is missing, of the wrong kind or there twice, or it is about another record.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static WriteAnswer Read(in Answer answer, Guid asked, ValueList<PartnerFinding> found)
    {
        WrittenReader reader = new(answer.Utf8.Span);
        reader.ReadMembers();
        if (reader._record.Uuid == Guid.Empty || reader._change is not { } change) throw Unreadable();
        if (reader._record.Uuid != asked) throw new AnswerFaultException(PartnerFailure.Untrusted);
        return new()
        {
            Record = reader._record,
            Change = change,
            Version = reader._version,
            Tag = answer.Tag,
            Findings = Both(found, reader._findings ?? default),
            AuditEntry = reader._auditEntry ?? default,
        };
    }

    private static ValueList<PartnerFinding> Both(ValueList<PartnerFinding> before, ValueList<PartnerFinding> after) =>
        before.IsEmpty ? after : after.IsEmpty ? before : ValueList.From(before.AsEnumerable().Concat(after.AsEnumerable()));

    private void ReadMembers()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject) throw Unreadable();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName) ReadMember();
        // Something after the end is no JSON; the reader says so.
        if (_json.Read()) throw Unreadable();
    }

    private void ReadMember()
    {
        if (_json.ValueTextEquals("record"u8)) ReadRecord();
        else if (_json.ValueTextEquals("change"u8)) ReadChange();
        else if (_json.ValueTextEquals("version"u8)) ReadVersion();
        else if (_json.ValueTextEquals("findings"u8)) ReadFindings();
        else if (_json.ValueTextEquals("auditEntry"u8)) ReadAuditEntry();
        else _json.Skip();
    }

    private void ReadRecord()
    {
        RequireFirst(_record.IsAbsent);
        RequireText();
        _record = _json.ValueIsEscaped ? RecordId.FromText(_json.GetString()!) : RecordId.FromUtf8(_json.ValueSpan);
        if (_record.Uuid == Guid.Empty) throw Unreadable();
    }

    private void ReadChange()
    {
        RequireFirst(_change is null);
        RequireText();
        _change = ChangeOf();
    }

    private readonly WriteChange ChangeOf()
    {
        if (_json.ValueTextEquals("created"u8)) return WriteChange.Created;
        if (_json.ValueTextEquals("replaced"u8)) return WriteChange.Replaced;
        if (_json.ValueTextEquals("unchanged"u8)) return WriteChange.Unchanged;
        if (_json.ValueTextEquals("retracted"u8)) return WriteChange.Retracted;
        if (_json.ValueTextEquals("merged"u8)) return WriteChange.Merged;
        if (_json.ValueTextEquals("restricted"u8)) return WriteChange.Restricted;
        return _json.ValueTextEquals("disposed"u8) ? WriteChange.Disposed : WriteChange.Unknown;
    }

    private void ReadVersion()
    {
        RequireFirst(_version is null);
        _json.Read();
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out int number)) _version = number;
        else _json.Skip();
    }

    private void ReadFindings()
    {
        RequireFirst(_findings is null);
        _json.Read();
        using JsonDocument list = JsonDocument.ParseValue(ref _json);
        _findings = ProblemReader.FindingsOf(list.RootElement);
    }

    private void ReadAuditEntry()
    {
        RequireFirst(_auditEntry is null);
        _json.Read();
        _auditEntry = _json.TokenType == JsonTokenType.String ? ProblemReader.IdOf(_json.GetString()!) : default(AuditEntryId);
        if (_json.TokenType != JsonTokenType.String) _json.Skip();
    }

    private void RequireText()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.String) throw Unreadable();
    }

    // Of two that differ nobody knows which one was meant.
    private static void RequireFirst(bool isFirst)
    {
        if (!isFirst) throw Unreadable();
    }

    private static AnswerFaultException Unreadable() => new(PartnerFailure.UnreadableAnswer);
}
