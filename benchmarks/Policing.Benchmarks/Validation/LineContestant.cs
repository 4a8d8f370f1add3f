using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema.Validation;
using Policing.Benchmarks.SchemaChecks;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;
using PeerSchema = NJsonSchema.JsonSchema;

namespace Policing.Benchmarks.Validation;

/// <summary>
/// One NDJSON file: read into records alone, validated in all stages, and held to the published schemas by NJsonSchema. The peer is told which
/// schema a line needs, and is spared the header, whose schema leads back to itself.
/// </summary>
internal sealed class LineContestant
{
    private static readonly Dictionary<string, PeerSchema> PeerSchemas = new(StringComparer.Ordinal);

    private readonly byte[] _ndjson;
    private readonly (byte[] Text, PeerSchema Schema)[] _forPeer;
    private readonly PolicingValidator _validator = new();
    private readonly JsonSchemaValidator _peer = new();

    public LineContestant(TypicalLines lines)
    {
        _ndjson = lines.Ndjson;
        _forPeer = [.. lines.Records.Select(r => (r, SchemaOf(r)))];
    }

    public int Bytes => _ndjson.Length;

    public int Lines => _forPeer.Length + 1;

    /// <summary>The records, and what the reader itself notes.</summary>
    public int Read() => CountAsync(new RecordLineReader(new MemoryStream(_ndjson)).ReadAsync()).GetAwaiter().GetResult();

    /// <summary>Syntax, schema, codes and rules.</summary>
    public int Validate() => CountAsync(_validator.ReadLinesAsync(new MemoryStream(_ndjson))).GetAwaiter().GetResult();

    /// <summary>The schema alone, by the peer; the call that it has for a text.</summary>
    public int ValidateByPeer()
    {
        int errors = 0;
        foreach ((byte[] text, PeerSchema schema) in _forPeer) errors += _peer.Validate(Encoding.UTF8.GetString(text), schema).Count;
        return errors;
    }

    /// <summary>How many lines the peer refuses.</summary>
    public int LinesRefusedByPeer() => _forPeer.Count(line => _peer.Validate(Encoding.UTF8.GetString(line.Text), line.Schema).Count > 0);

    private static async Task<int> CountAsync(IAsyncEnumerable<RecordLine> lines)
    {
        int findings = 0;
        await foreach (RecordLine line in lines) findings += line.Result.Report.Findings.Count;
        return findings;
    }

    private static PeerSchema SchemaOf(byte[] record)
    {
        string type = JsonElement.Parse(record).GetProperty("type").GetString()!;
        if (!PeerSchemas.TryGetValue(type, out PeerSchema? schema))
            PeerSchemas.Add(type, schema = PeerSchema.FromJsonAsync(PlainForm.Of(type, Published)).GetAwaiter().GetResult());
        return schema;
    }

    private static JsonObject Published(string block) => JsonNode.Parse(RecordSchemas.Strict.Text(block))!.AsObject();
}
