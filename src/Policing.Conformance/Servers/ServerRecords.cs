using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Conformance.Servers;

/// <summary>The records that the kit writes: vehicles that do not exist, of the run's agency.</summary>
internal sealed class ServerRecords(Agency agency, Agency server)
{
    /// <summary>The type of all of them.</summary>
    public const string Type = "vehicle";

    /// <summary>A mark of no series that was ever given out.</summary>
    public const string Mark = "ZZ99ZZZ";

    /// <summary>What stands where a fault is, and may be in no answer about it.</summary>
    public const string Canary = "Qzxcanary";

    /// <summary>What a vehicle is called, so that it can be looked for in answers.</summary>
    public const string Make = "Examplar-Qzxmade";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Vehicle(Guid id, int number = 1, Action<Utf8JsonWriter>? more = null, Agency? controller = null) => Bytes(json =>
    {
        Envelope(json, id, Type, controller ?? agency);
        json.WriteStartObject("version");
        json.WriteNumber("number", number);
        json.WriteEndObject();
        json.WriteStartObject("source");
        json.WriteString("system", "urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d12");
        json.WriteString("reference", "conformance");
        json.WriteEndObject();
        json.WriteStartArray("registrations");
        json.WriteStartObject();
        json.WriteString("mark", Mark);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("make", Make);
        more?.Invoke(json);
        json.WriteEndObject();
    });

    /// <summary>A change of status after which the run's agency alone may use the record.</summary>
    public byte[] Restriction() => Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("action", "restrict");
        json.WriteString("ground", "accuracy-contested");
        json.WriteStartArray("permittedAgencies");
        json.WriteStartObject();
        Write(json, agency);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("reason", "Conformance run");
        json.WriteEndObject();
    });

    public byte[] Bundle(Guid id, params byte[][] records) => Bytes(json =>
    {
        Envelope(json, id, "bundle", agency);
        json.WriteString("kind", "submission");
        json.WriteString("operationalStatus", "test");
        json.WriteString("sentAt", DateTimeOffset.UnixEpoch.AddYears(56).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("sender");
        Write(json, agency);
        json.WriteEndObject();
        json.WriteStartArray("recipients");
        json.WriteStartObject();
        Write(json, server);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("sharing");
        json.WriteString("agreement", "conformance");
        json.WriteString("purpose", "investigation");
        json.WriteEndObject();
        json.WriteStartArray("records");
        foreach (byte[] record in records) json.WriteRawValue(record);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] Search(Action<Utf8JsonWriter> match, string type = Type, string? cursor = null) => Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartObject("match");
        match(json);
        json.WriteEndObject();
        if (cursor is not null) json.WriteString("cursor", cursor);
        json.WriteString("justification", "Conformance run");
        json.WriteEndObject();
    });

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Plain)) write(json);
        return text.ToArray();
    }

    /// <summary>An agency that is neither the run's nor the server's.</summary>
    public Agency Another => new() { Scheme = DataModel.Codes.AgencyScheme.Police, Id = Strangers.First(s => s != agency.Id && s != server.Id) };

    private static readonly string[] Strangers = ["cumbria", "dyfed-powys", "gwent"];

    private static void Envelope(Utf8JsonWriter json, Guid id, string type, Agency controller)
    {
        json.WriteStartObject();
        json.WriteString("id", $"urn:uuid:{id:D}");
        json.WriteString("type", type);
        json.WriteString("modelVersion", PoliceRecord.CurrentModelVersion);
        json.WriteStartArray("controllers");
        json.WriteStartObject();
        Write(json, controller);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Agency agency)
    {
        json.WriteString("scheme", agency.Scheme?.OwnCode);
        json.WriteString("id", agency.Id);
    }
}
