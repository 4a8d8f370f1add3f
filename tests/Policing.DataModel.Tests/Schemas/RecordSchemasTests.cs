using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;
using Policing.JsonSchema;

namespace Policing.DataModel.Tests.Schemas;

/// <summary>The published schemas: complete, well formed, closed under reference, and of one mind with the reader.</summary>
public sealed class RecordSchemasTests
{
    private const string Base = "https://schemas.policing-sdk.example/";
    private static readonly string Folder = Path.Combine(Reflected.Root(), "schemas");

    public static TheoryData<string, string> Files =>
        [.. new[] { "strict", "open" }.SelectMany(set => Blocks(set).Select(block => (set, block)))];

    public static TheoryData<string> Records => [.. Reflected.Records.Select(Reflected.WireType)];

    private static IEnumerable<string> Blocks(string set) =>
        Directory.EnumerateFiles(Path.Combine(Folder, "1.0", set)).Select(p => Path.GetFileName(p).Replace(".schema.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Text(string set, string block) => File.ReadAllBytes(Path.Combine(Folder, "1.0", set, block + ".schema.json"));

    private static SchemaOptions Options(string set)
    {
        SchemaRegistry registry = new();
        foreach (string block in Blocks(set)) registry.Add($"{Base}1.0/{set}/{block}.schema.json", Text(set, block));
        return new SchemaOptions { Registry = registry, RefuseUnknownKeywords = true };
    }

    [Fact]
    public void BothSetsHaveTheSameFilesOneForEachRecordPartAndValue()
    {
        Assert.Equal(Blocks("strict"), Blocks("open"));
        IEnumerable<string> wanted = Reflected.Records.Select(Reflected.WireType)
            .Concat(Reflected.Parts.Concat(Reflected.TextValues).Select(t => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name)))
            .Concat(["coded-value", "record"]);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), Blocks("strict"));
    }

    /// <summary>The metaschema accepts it, it compiles in the strict dialect against its own folder alone, and its id is its path.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void AFileIsAWellFormedSchemaKnownByItsPath(string set, string block)
    {
        byte[] text = Text(set, block);
        CompiledSchema metaschema = CompiledSchema.Compile("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}"""u8);
        Assert.True(metaschema.IsValid(text));
        Assert.True(CompiledSchema.Compile(text, Options(set)).HasOnlyLinearPatterns);
        JsonElement schema = JsonElement.Parse(text);
        Assert.Equal($"{Base}1.0/{set}/{block}.schema.json", schema.GetProperty("$id").GetString());
        Assert.All(References(schema), r => Assert.Matches("^[a-z0-9-]+\\.schema\\.json$", r));
    }

    private static IEnumerable<string> References(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(References),
        _ => [],
    };

    /// <summary>A record with a value in every member meets both schemas, and so does what a mapper leaves empty in all but what is required.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void ARecordMeetsItsSchemas(string type)
    {
        PoliceRecord filled = Filled.Records().Single(r => r.Type == type);
        byte[] text = PoliceJson.Write(filled);
        Assert.Empty(RecordSchemas.Strict.Of(type).Report(text).Errors);
        Assert.Empty(RecordSchemas.Open.Of(type).Report(text).Errors);
    }

    /// <summary>The strict schema asks for what the reader misses, no more and no less.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void TheStrictSchemaAsksForWhatTheReaderMisses(string type)
    {
        byte[] text = JsonText.Utf8($$"""{"type":"{{type}}"}""");
        IEnumerable<string> missed = PoliceJson.Read(text).Report.Findings.Select(f => f.Pointer[1..]);
        JsonElement schema = JsonElement.Parse(Text("strict", type));
        IEnumerable<string> required = Required(schema);
        if (schema.TryGetProperty("else", out JsonElement unlessTombstone)) required = required.Concat(Required(unlessTombstone));
        Assert.Equal(missed.Order(StringComparer.Ordinal), required.Where(n => n != "type").Order(StringComparer.Ordinal));
        Assert.True(RecordSchemas.Open.Of(type).IsValid(text));
    }

    private static IEnumerable<string> Required(JsonElement schema) => schema.GetProperty("required").EnumerateArray().Select(n => n.GetString()!);

    /// <summary>What is closed to a producer is open to a consumer; a null passes only there.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void UnknownMembersAndNullsPassTheOpenSchemaAlone(string type)
    {
        byte[] text = PoliceJson.Write(Filled.Records().Single(r => r.Type == type));
        foreach ((string name, string value) in ((string, string)[])[("notOfTheModel", "{\"x\":[null]}"), ("view", "null")])
        {
            JsonObject changed = JsonNode.Parse(text)!.AsObject();
            changed[name] = JsonNode.Parse(value);
            byte[] written = JsonText.Utf8(changed.ToJsonString());
            Assert.True(RecordSchemas.Open.Of(type).IsValid(written));
            Assert.Equal(DocumentVerdict.Invalid, RecordSchemas.Strict.Of(type).Check(written));
        }
    }

    [Fact]
    public void AReleaseThatDoesNotKnowAVersionLeavesItToTheReader()
    {
        PoliceRecord other = PoliceJson.Read("""{"type":"person","modelVersion":"2.0","names":null}"""u8).Record!;
        Assert.Null(SchemaStage.FindUnmet("{}"u8, other, SchemaChoice.ByVersion));
        Assert.NotNull(SchemaStage.FindUnmet("{}"u8, other with { ModelVersion = "1.0" }, SchemaChoice.ByVersion));
    }
}
