using System.Text;
using System.Text.Json;
using NJsonSchema.Validation;
using Policing.JsonSchema;
using PeerSchema = NJsonSchema.JsonSchema;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>
/// One document, walked, checked by the SDK with the full schema and with the plain form, and by NJsonSchema with the plain form. Made only
/// if both sides accept it and reject the same document with one wrong code, so that both are known to do the work.
/// </summary>
internal sealed class SchemaContestant
{
    private readonly byte[] _document;
    private readonly CompiledSchema _full;
    private readonly CompiledSchema _plain;
    private readonly PeerSchema _peer;
    private readonly JsonSchemaValidator _validator = new();

    /// <param name="document">The document.</param>
    /// <param name="schemaFile">The schema of the document.</param>
    /// <param name="lastCode">A code that the document has of a list.</param>
    public SchemaContestant(byte[] document, string schemaFile, string lastCode)
    {
        _document = document;
        _full = StrictSchemas.Compile(schemaFile);
        string plain = PlainForm.Of(schemaFile, StrictSchemas.Parse);
        _plain = StrictSchemas.CompilePlain(plain);
        _peer = PeerSchema.FromJsonAsync(plain).GetAwaiter().GetResult();
        byte[] wrong = ExchangeDocuments.Invalid(document, lastCode);
        Require(_full.Check(document) is DocumentVerdict.Valid, "the full schema accepts the document");
        Require(_full.Check(wrong) is DocumentVerdict.Invalid, "the full schema rejects the wrong one");
        Require(_plain.Check(document) is DocumentVerdict.Valid, "the plain schema accepts the document");
        Require(_plain.Check(wrong) is DocumentVerdict.Invalid, "the plain schema rejects the wrong one");
        Require(CountPeerErrors(document) == 0, "NJsonSchema accepts the document");
        Require(CountPeerErrors(wrong) > 0, "NJsonSchema rejects the wrong one");
    }

    public int Length => _document.Length;

    /// <summary>Every token, and nothing else.</summary>
    public int Walk()
    {
        Utf8JsonReader reader = new(_document);
        int tokens = 0;
        while (reader.Read()) tokens++;
        return tokens;
    }

    public DocumentVerdict Check() => _full.Check(_document);

    public SchemaReport Report() => _full.Report(_document);

    public DocumentVerdict CheckPlain() => _plain.Check(_document);

    /// <summary>The call that NJsonSchema has for a text; what arrives is bytes on both sides.</summary>
    public int CheckByPeer() => CountPeerErrors(_document);

    private int CountPeerErrors(byte[] document) => _validator.Validate(Encoding.UTF8.GetString(document), _peer).Count;

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"It does not hold that {what}.");
    }
}
