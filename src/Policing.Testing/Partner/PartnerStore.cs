using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Testing;

/// <summary>What a scripted partner holds, and how it carries out requests: the contract's rules, without a policy. Thread-safe.</summary>
internal sealed class PartnerStore
{
    private readonly ConcurrentDictionary<(string Type, Guid Id), Held> _records = new();
    private readonly ConcurrentDictionary<Guid, (string Digest, int Taken)> _bundles = new();
    private readonly ConcurrentDictionary<string, (string Digest, PartnerAnswer Answer)> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, int> _effects = new();
    private readonly List<(string Kind, string Type, Guid Id, int Version)> _changes = [];
    private readonly Lock _lock = new();

    public event EventHandler? Changed;

    public int EffectsOn(Guid id) => _effects.GetValueOrDefault(id);

    public void Put(PoliceRecord record)
    {
        Held held = new();
        held.Versions.Add(PoliceJson.Write(record));
        _records[(record.Type, record.Id.Uuid)] = held;
    }

    public PartnerAnswer Get(string type, Guid id)
    {
        if (!_records.TryGetValue((type, id), out Held? held)) return NotAvailable();
        lock (held)
        {
            if (held.Status == "disposed") return NotAvailable();
            bool isPartial = held.Versions[^1].AsSpan().IndexOf("\"partial\":true"u8) >= 0;
            return new(200, held.Versions[^1]) { Tag = isPartial ? null : held.Tag };
        }
    }

    public PartnerAnswer Write(string type, Guid id, byte[] body, string? match, string? noneMatch)
    {
        if (PoliceJson.Read(body).Record is not { } record || record.Type != type || record.Id.Uuid != id) return PartnerAnswer.Problem(422, "invalid-record");
        if (record.View?.Partial == true) return PartnerAnswer.Problem(422, "partial-view");
        if (match is null && noneMatch is null) return PartnerAnswer.Problem(428, "precondition-required");
        return noneMatch is not null ? Create(type, id, body) : Replace(type, id, body, match!);
    }

    public PartnerAnswer ChangeStatus(string type, Guid id, byte[] body, string? match, string? key)
    {
        if (!_records.TryGetValue((type, id), out Held? held)) return NotAvailable();
        lock (held)
        {
            string digest = Digest(body) + match;
            if (key is not null && _keys.TryGetValue(key, out (string Digest, PartnerAnswer Answer) known)) return known.Digest == digest ? known.Answer : PartnerAnswer.Problem(422, "key-reused");
            if (match is not (null or "*") && match != held.Tag) return PartnerAnswer.Problem(412, "stale");
            using JsonDocument change = JsonDocument.Parse(body);
            string word = change.RootElement.GetProperty("action").GetString() switch { "retract" => "retracted", "merge" => "merged", "restrict" => "restricted", "dispose" => "disposed", _ => "" };
            if (word.Length == 0) return PartnerAnswer.Problem(422, "invalid-status-change");
            held.Status = word;
            held.Changes++;
            Count(word, type, id, held);
            PartnerAnswer answer = Written(200, id, held, word);
            if (key is not null) _keys[key] = (digest, answer);
            return answer;
        }
    }

    public PartnerAnswer History(string type, Guid id, string address, int from)
    {
        if (!_records.TryGetValue((type, id), out Held? held)) return NotAvailable();
        lock (held)
        {
            int number = held.Versions.Count - from;
            string version = $$"""{"number":{{Text(number)}},"record":{{Encoding.UTF8.GetString(held.Versions[number - 1])}}}""";
            string next = number > 1 ? $$""","next":"{{address}}?cursor={{Text(from + 1)}}" """ : "";
            return PartnerAnswer.Ok($$"""{"versions":[{{version}}]{{next}}}""");
        }
    }

    public PartnerAnswer Links(Guid id)
    {
        IEnumerable<string> links = _records.Where(static held => held.Key.Type == "link").Select(static held => held.Value.Versions[^1])
            .Where(bytes => PoliceJson.Read(bytes).Record is Link link && (link.From?.Id.Uuid == id || link.To?.Id.Uuid == id)).Select(Encoding.UTF8.GetString);
        return PartnerAnswer.Ok($$"""{"links":[{{string.Join(',', links)}}]}""");
    }

    public PartnerAnswer Search(byte[] body)
    {
        using JsonDocument query = JsonDocument.Parse(body);
        JsonElement root = query.RootElement;
        string type = root.GetProperty("type").GetString()!;
        string? surname = root.GetProperty("match").TryGetProperty("name", out JsonElement name) ? name.GetProperty("surname").GetString() : null;
        int limit = root.TryGetProperty("limit", out JsonElement most) ? most.GetInt32() : 25;
        int from = root.TryGetProperty("cursor", out JsonElement cursor) ? int.Parse(cursor.GetString()![1..], CultureInfo.InvariantCulture) : 0;
        byte[][] found = [.. _records.Where(held => held.Key.Type == type && held.Value.Status != "disposed").OrderBy(static held => held.Key.Id).Select(static held => held.Value.Versions[^1]).Where(bytes => surname is null || HasSurname(bytes, surname))];
        IEnumerable<string> page = found.Skip(from).Take(limit).Select(static bytes => "{\"record\":" + Encoding.UTF8.GetString(bytes) + ",\"match\":{\"grade\":\"exact\",\"on\":[\"name.exact\"]}}");
        string count = found.Length <= 100 ? $$""","count":{{Text(found.Length)}}""" : "";
        string next = from + limit < found.Length ? $$""","cursor":"c{{Text(from + limit)}}" """ : "";
        return PartnerAnswer.Ok($$"""{"matches":[{{string.Join(',', page)}}]{{count}}{{next}},"auditEntry":"{{Guid.NewGuid()}}"}""");
    }

    public PartnerAnswer Submit(byte[] body)
    {
        if (PoliceJson.Read(body).Record is not Bundle bundle) return PartnerAnswer.Problem(422, "invalid-record");
        string digest = Digest(body);
        Guid id = bundle.Id.Uuid;
        lock (_lock)
        {
            if (_bundles.TryGetValue(id, out (string Digest, int Taken) known) && known.Digest != digest) return PartnerAnswer.Problem(409, "bundle-conflict");
            if (!_bundles.TryAdd(id, (digest, 1))) return Receipt(202, bundle.Id);
        }
        _effects.AddOrUpdate(id, 1, static (_, count) => count + 1);
        foreach (PoliceRecord record in bundle.Records) Put(record);
        return Receipt(202, bundle.Id);
    }

    public PartnerAnswer ReceiptOf(Guid bundle) => _bundles.ContainsKey(bundle) ? Receipt(200, RecordId.FromUuid(bundle)) : NotAvailable();

    /// <summary>The events after a place, as JSON, and where each ends.</summary>
    public IReadOnlyList<(int Cursor, string Json)> ChangesAfter(int place, int most)
    {
        lock (_lock)
            return [.. _changes.Skip(place).Take(most).Select((change, index) => (place + index + 1, Event(change, place + index + 1)))];
    }

    public int LastChange
    {
        get
        {
            lock (_lock) return _changes.Count;
        }
    }

    private PartnerAnswer Create(string type, Guid id, byte[] body)
    {
        Held made = new();
        made.Versions.Add(body);
        Held there = _records.GetOrAdd((type, id), made);
        lock (there)
        {
            if (ReferenceEquals(there, made))
            {
                Count("created", type, id, made);
                return Written(201, id, made, "created");
            }
            bool isSame = there.Versions.Count == 1 && there.Versions[0].AsSpan().SequenceEqual(body);
            return isSame ? Written(200, id, there, "unchanged") : PartnerAnswer.Problem(412, "exists");
        }
    }

    private PartnerAnswer Replace(string type, Guid id, byte[] body, string match)
    {
        if (!_records.TryGetValue((type, id), out Held? held)) return NotAvailable();
        lock (held)
        {
            if (match != held.Tag) return PartnerAnswer.Problem(412, "stale");
            held.Versions.Add(body);
            Count("replaced", type, id, held);
            return Written(200, id, held, "replaced");
        }
    }

    private void Count(string kind, string type, Guid id, Held held)
    {
        _effects.AddOrUpdate(id, 1, static (_, count) => count + 1);
        lock (_lock) _changes.Add((kind, type, id, held.Number));
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static string Event((string Kind, string Type, Guid Id, int Version) change, int cursor) =>
        $$$"""
        {"specversion":"1.0","id":"e{{{Text(cursor)}}}","source":"/v1/changes","type":"record.{{{change.Kind}}}.v1","subject":"{{{change.Type}}}/{{{change.Id}}}","cursor":"c{{{Text(cursor)}}}","data":{"recordType":"{{{change.Type}}}","record":"urn:uuid:{{{change.Id}}}","version":{{{Text(change.Version)}}} }}
        """;

    private static PartnerAnswer Written(int status, Guid id, Held held, string change) =>
        new(status, Encoding.UTF8.GetBytes($$"""{"record":"urn:uuid:{{id}}","version":{{Text(held.Number)}},"change":"{{change}}","auditEntry":"{{Guid.NewGuid()}}"}""")) { Tag = held.Tag };

    private static PartnerAnswer Receipt(int status, RecordId bundle) => new(status, Encoding.UTF8.GetBytes(
        $$"""{"id":"urn:uuid:{{Guid.NewGuid()}}","type":"receipt","modelVersion":"1.0","bundle":"{{bundle}}","state":"received","operationalStatus":"test"}"""))
    {
        Location = $"/v1/bundles/{bundle.Uuid:D}/receipt",
    };

    private static bool HasSurname(byte[] bytes, string surname) =>
        PoliceJson.Read(bytes).Record is Person person && person.Names.AsEnumerable().Any(name => string.Equals(name.Surname, surname, StringComparison.OrdinalIgnoreCase));

    private static PartnerAnswer NotAvailable() => PartnerAnswer.Problem(404, "not-available");

    private static string Digest(byte[] body) => Convert.ToHexString(SHA256.HashData(body));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Held
    {
        public List<byte[]> Versions { get; } = [];

        public string Status { get; set; } = "active";

        public int Changes { get; set; }

        public int Number => Versions.Count + Changes;

        public string Tag => $"\"{Text(Number)}\"";
    }
}
