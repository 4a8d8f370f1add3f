using System.Runtime.CompilerServices;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.Client;

/// <summary>
/// Reads and writes single records at the partner. Thread-safe. Each method throws <see cref="PartnerException"/>; those that begin with Try give the problem as a result.
/// </summary>
public sealed class RecordCalls
{
    private readonly CallSender _sender;
    private readonly Caller _caller;

    internal RecordCalls(CallSender sender, Caller caller) => (_sender, _caller) = (sender, caller);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The id is absent or malformed.</exception>
    /// <exception cref="PartnerException">There is none for this caller, or the call failed.</exception>
    public async Task<RecordAnswer<T>> GetAsync<T>(RecordId id, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        (await SendGetAsync<T>(id, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<RecordAnswer<T>>> TryGetAsync<T>(RecordId id, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        SendGetAsync<T>(id, cancellationToken).AsTask();

    /// <summary>Creates a record; the same content again does no harm.</summary>
    /// <exception cref="ArgumentException">The record has no id.</exception>
    /// <exception cref="PartnerException">There is one with other content (<see cref="PartnerFailure.Exists"/>), it does not meet the model, or the call failed.</exception>
    public async Task<WriteAnswer> CreateAsync(PoliceRecord record, CancellationToken cancellationToken = default) =>
        (await SendCreateAsync(record, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<WriteAnswer>> TryCreateAsync(PoliceRecord record, CancellationToken cancellationToken = default) =>
        SendCreateAsync(record, cancellationToken).AsTask();

    /// <summary>Replaces the version of a record that was read.</summary>
    /// <param name="record">The record as it is to be.</param>
    /// <param name="read">The version that was read: <see cref="RecordAnswer{T}.Tag"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The record has no id, or the version is absent (a minimised copy has none) or any.</exception>
    /// <exception cref="PartnerException">It has changed since (<see cref="PartnerFailure.Stale"/>), it does not meet the model, or the call failed.</exception>
    public async Task<WriteAnswer> ReplaceAsync(PoliceRecord record, RecordTag read, CancellationToken cancellationToken = default) =>
        (await SendReplaceAsync(record, read, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<WriteAnswer>> TryReplaceAsync(PoliceRecord record, RecordTag read, CancellationToken cancellationToken = default) =>
        SendReplaceAsync(record, read, cancellationToken).AsTask();

    /// <summary>
    /// Retracts, merges, restricts or disposes of a record, once for the key: it is sent again where that may help.
    /// </summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="id">The record.</param>
    /// <param name="change">What is to become of it.</param>
    /// <param name="read">The version that was read, or <see cref="RecordTag.Any"/>.</param>
    /// <param name="key">A key of its own for this change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">An argument is absent or malformed.</exception>
    /// <exception cref="PartnerException">The call failed.</exception>
    public async Task<WriteAnswer> ChangeStatusAsync<T>(RecordId id, StatusChange change, RecordTag read, IdempotencyKey key, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        (await TryChangeStatusAsync<T>(id, change, read, key, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<WriteAnswer>> TryChangeStatusAsync<T>(
        RecordId id, StatusChange change, RecordTag read, IdempotencyKey key, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        key.IsAbsent ? throw new ArgumentException("The key is absent; use IdempotencyKey.New.", nameof(key))
            : SendChangeAsync<T>(PartnerOperation.ChangeStatusKeyed, id, change, read, key, cancellationToken).AsTask();

    /// <summary>
    /// The same without a key, for partners that keep none: it is sent once. Where the answer is lost, nobody knows whether it was done
    /// (<see cref="PartnerFailure.UnknownOutcome"/>): read the record before you do it again.
    /// </summary>
    public async Task<WriteAnswer> ChangeStatusOnceAsync<T>(RecordId id, StatusChange change, RecordTag read, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        (await TryChangeStatusOnceAsync<T>(id, change, read, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<WriteAnswer>> TryChangeStatusOnceAsync<T>(RecordId id, StatusChange change, RecordTag read, CancellationToken cancellationToken = default)
        where T : PoliceRecord =>
        SendChangeAsync<T>(PartnerOperation.ChangeStatus, id, change, read, default, cancellationToken).AsTask();

    /// <summary>The versions of a record, the newest first. It needs a permission of its own.</summary>
    /// <exception cref="ArgumentException">The id is absent or malformed.</exception>
    /// <exception cref="PartnerException">A call failed; when the sequence is gone through.</exception>
    public IAsyncEnumerable<RecordVersionEntry> GetHistoryAsync<T>(RecordId id, CancellationToken cancellationToken = default)
        where T : PoliceRecord
    {
        Guid uuid = Checked(id);
        PartnerRequest first = new(PartnerOperation.History, HttpMethod.Get, Address(RecordType.Of<T>(), uuid, "/history?limit=100")) { Record = uuid, RecordType = RecordType.Of<T>() };
        return PagesAsync(first, "versions", (element, settings) => ReadVersion<T>(element, settings, uuid), cancellationToken);
    }

    /// <summary>The links of a record that this caller may read.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="id">The record.</param>
    /// <param name="direction">Which of them.</param>
    /// <param name="role">Only links with this role; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The id is absent or malformed, or the role is no code of the list.</exception>
    /// <exception cref="PartnerException">A call failed; when the sequence is gone through.</exception>
    public IAsyncEnumerable<Link> GetLinksAsync<T>(
        RecordId id, LinkDirection direction = LinkDirection.Both, LinkRole? role = null, CancellationToken cancellationToken = default)
        where T : PoliceRecord
    {
        Guid uuid = Checked(id);
        string way = direction switch { LinkDirection.From => "from", LinkDirection.To => "to", _ => "both" };
        string query = $"/links?limit=100&direction={way}";
        if (role is not null) query += "&role=" + Uri.EscapeDataString(role.OwnCode ?? throw new ArgumentException("The role is no code of the list.", nameof(role)));
        PartnerRequest first = new(PartnerOperation.Links, HttpMethod.Get, Address(RecordType.Of<T>(), uuid, query)) { Record = uuid, RecordType = RecordType.Of<T>() };
        return PagesAsync(first, "links", (element, settings) => ReadLink(element, settings, id), cancellationToken);
    }

    private static Guid Checked(RecordId id) => id.Uuid == Guid.Empty ? throw new ArgumentException("The record's id is absent or malformed.", nameof(id)) : id.Uuid;

    private string Address(string type, Guid uuid, string rest = "")
    {
        string before = _sender.Settings.Records;
        return string.Create(before.Length + type.Length + 1 + 36 + rest.Length, (before, type, uuid, rest), static (text, parts) =>
        {
            parts.before.CopyTo(text);
            text = text[parts.before.Length..];
            parts.type.CopyTo(text);
            text = text[parts.type.Length..];
            text[0] = '/';
            parts.uuid.TryFormat(text[1..], out int written, "D");
            parts.rest.CopyTo(text[(1 + written)..]);
        });
    }

    // Checks of arguments are done at once, also where they are awaited later: these are no async methods.
    private ValueTask<PartnerResult<RecordAnswer<T>>> SendGetAsync<T>(RecordId id, CancellationToken cancellationToken)
        where T : PoliceRecord
    {
        Guid uuid = Checked(id);
        PartnerRequest request = new(PartnerOperation.GetRecord, HttpMethod.Get, Address(RecordType.Of<T>(), uuid)) { Record = uuid, RecordType = RecordType.Of<T>() };
        return _sender.SendAsync(request, _caller, static (in answer, state) => ReadRecord<T>(answer, state.Settings, state.uuid), (_sender.Settings, uuid), cancellationToken);
    }

    private ValueTask<PartnerResult<WriteAnswer>> SendCreateAsync(PoliceRecord record, CancellationToken cancellationToken) =>
        PutAsync(record, PartnerOperation.CreateRecord, "If-None-Match", "*", cancellationToken);

    private ValueTask<PartnerResult<WriteAnswer>> SendReplaceAsync(PoliceRecord record, RecordTag read, CancellationToken cancellationToken)
    {
        if (read.IsAbsent || read.IsAny) throw new ArgumentException("Replacing takes the version that was read. A minimised copy has none and cannot be written back.", nameof(read));
        return PutAsync(record, PartnerOperation.ReplaceRecord, "If-Match", read.ToString(), cancellationToken);
    }

    private ValueTask<PartnerResult<WriteAnswer>> PutAsync(PoliceRecord record, PartnerOperation operation, string header, string value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record is Bundle or Receipt or UnknownRecord) throw new ArgumentException("Bundles are submitted; receipts and records of unknown types are not written.", nameof(record));
        if (OutgoingCheck.Of(record, operation, _caller, _sender.Settings, out ValueList<PartnerFinding> findings) is { } problem) return new(new PartnerResult<WriteAnswer>(problem));
        Guid uuid = record.Id.Uuid;
        PartnerRequest request = new(operation, HttpMethod.Put, Address(record.Type, uuid)) { Record = uuid, RecordType = record.Type, Body = PoliceJson.Write(record) };
        return _sender.SendAsync(request.With(header, value), _caller, static (in answer, state) => WrittenReader.Read(answer, state.uuid, state.findings), (uuid, findings), cancellationToken);
    }

    private ValueTask<PartnerResult<WriteAnswer>> SendChangeAsync<T>(
        PartnerOperation operation, RecordId id, StatusChange change, RecordTag read, IdempotencyKey key, CancellationToken cancellationToken)
        where T : PoliceRecord
    {
        ArgumentNullException.ThrowIfNull(change);
        if (read.IsAbsent) throw new ArgumentException("A change of status takes the version that was read, or RecordTag.Any.", nameof(read));
        Guid uuid = Checked(id);
        PartnerRequest request = new(operation, HttpMethod.Post, Address(RecordType.Of<T>(), uuid, "/status")) { Record = uuid, RecordType = RecordType.Of<T>(), Body = change.Write() };
        request = request.With("If-Match", read.ToString());
        if (!key.IsAbsent) request = request.With("Idempotency-Key", key.Header);
        return _sender.SendAsync(request, _caller, static (in answer, about) => WrittenReader.Read(answer, about, default), uuid, cancellationToken);
    }

    private static RecordAnswer<T> ReadRecord<T>(in Answer answer, ClientSettings settings, Guid uuid)
        where T : PoliceRecord
    {
        ReadResult read = AnswerJson.Record(answer.Utf8.Span, settings);
        return new() { Record = AnswerJson.Expected<T>(read, uuid), Tag = answer.Tag, Report = read.Report };
    }

    private static RecordVersionEntry ReadVersion<T>(JsonElement element, ClientSettings settings, Guid uuid)
        where T : PoliceRecord
    {
        if (element.ValueKind != JsonValueKind.Object || AnswerJson.NumberOrNone(element, "number") is not { } number) throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);
        ReadResult? content = element.TryGetProperty("record", out JsonElement record) && record.ValueKind == JsonValueKind.Object ? AnswerJson.Record(record, settings) : null;
        if (content?.Record is not null) AnswerJson.Expected<T>(content, uuid);
        return new()
        {
            Number = number,
            RecordedAt = AnswerJson.TextOrNone(element, "recordedAt") is { } at ? RecordedTime.FromText(at) : default,
            Reason = AnswerJson.TextOrNone(element, "reason"),
            Content = content,
        };
    }

    private static Link ReadLink(JsonElement element, ClientSettings settings, RecordId id)
    {
        if (AnswerJson.Record(element, settings).Record is not Link link) throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);
        return link.From?.Id.Means(id) == true || link.To?.Id.Means(id) == true ? link : throw new AnswerFaultException(PartnerFailure.Untrusted);
    }

    private async IAsyncEnumerable<T> PagesAsync<T>(
        PartnerRequest request, string list, Func<JsonElement, ClientSettings, T> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { request.Address };
        while (true)
        {
            PartnerResult<Page<T>> result = await _sender.SendAsync(request, _caller, static (in answer, how) => Page<T>.Read(answer, how.list, how.read, how.Settings), (list, read, _sender.Settings), cancellationToken).ConfigureAwait(false);
            Page<T> page = result.OrThrow();
            foreach (T item in page.Items) yield return item;
            if (page.Next is not { } next) yield break;
            // A page that was seen before has no end.
            if (!seen.Add(next)) throw new PartnerException(CallSender.Unsent(request.Operation, _caller, PartnerFailure.UnreadableAnswer));
            request = request with { Address = next };
        }
    }
}
