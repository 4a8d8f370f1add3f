using System.Buffers;

namespace Policing.JsonSchema.Tests.Evaluation;

public class VerdictTests
{
    [Fact]
    public void A_valid_document_costs_no_byte()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        byte[] document = Schemas.Bytes(Schemas.ValidPerson);
        for (int warm = 0; warm < 200; warm++)
        {
            Assert.Equal(DocumentVerdict.Valid, schema.Check(document));
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int time = 0; time < 100; time++)
        {
            schema.Check(document);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The parts of the evaluator that rent, search or leave the quick way.</summary>
    [Theory]
    [InlineData("dynamic", """{"$id": "https://a.example/t", "$dynamicAnchor": "n", "properties": {"c": {"items": {"$dynamicRef": "#n"}}}, "unevaluatedProperties": false}""", """{"c": [{"c": [{}, {}]}]}""")]
    [InlineData("branches", """{"anyOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"b": true}, "required": ["b"]}], "oneOf": [{"required": ["a"]}, false], "if": {"required": ["b"]}, "then": {"properties": {"b": {"minimum": 1}}}, "unevaluatedProperties": false}""", """{"a": "1", "b": 2}""")]
    [InlineData("items", """{"prefixItems": [{"type": "integer"}], "contains": {"type": "string"}, "minContains": 2, "unevaluatedItems": {"type": "null"}}""", """[1, "a", null, "b"]""")]
    [InlineData("unique", """{"uniqueItems": true}""", """[{"a": 1}, {"a": 2}, [1], [1.5], "x", "\u0079", 1, 2, 3, 4, 5, null, true, 1e2, {"b": {}}, {"b": []}]""")]
    [InlineData("escapes", """{"const": {"\u0061b": "\u00e9\n"}, "propertyNames": {"maxLength": 2}}""", """{"a\u0062": "é\u000a"}""")]
    [InlineData("numbers", """{"items": {"multipleOf": 0.01, "maximum": 1e30}}""", "[1.25, 3e2, 123456789012345678901234567, -0.010]")]
    [InlineData("linear pattern", """{"items": {"pattern": "(ab|cd)+x?$"}}""", """["abcdx", "\u0061b", "zzab"]""")]
    public void No_way_through_the_evaluator_costs_a_byte(string name, string schema, string document)
    {
        CompiledSchema compiled = Schemas.Compile(schema);
        byte[] text = Schemas.Bytes(document);
        for (int warm = 0; warm < 200; warm++)
        {
            Assert.Equal(DocumentVerdict.Valid, compiled.Check(text));
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int time = 0; time < 100; time++)
        {
            compiled.Check(text);
        }
        Assert.Equal((name, 0), (name, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void A_large_valid_document_costs_no_byte()
    {
        string members = string.Join(',', Enumerable.Range(0, 300).Select(member => $"\"member {member}\": {{\"a\": [{member}, \"text \\n\"]}}"));
        CompiledSchema schema = Schemas.Compile("""{"maxProperties": 300, "additionalProperties": {"properties": {"a": {"uniqueItems": true, "items": {"type": ["integer", "string"]}}}, "additionalProperties": false}}""");
        byte[] text = Schemas.Bytes("{" + members + "}");
        for (int warm = 0; warm < 50; warm++)
        {
            Assert.Equal(DocumentVerdict.Valid, schema.Check(text));
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int time = 0; time < 20; time++)
        {
            schema.Check(text);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void One_schema_serves_all_cores()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        const string Short = """{"type":"person","id":"00000000-0000-4000-8000-000000000001","names":[{"family":"Example"}],"heightCm":172}""";
        (byte[] Document, DocumentVerdict Verdict)[] all =
        [
            (Schemas.Bytes(Short), DocumentVerdict.Valid),
            (Schemas.Bytes(Short.Replace("172", "17.2", StringComparison.Ordinal)), DocumentVerdict.Invalid),
            (Schemas.Bytes(Short.Replace("heightCm", "height", StringComparison.Ordinal)), DocumentVerdict.Invalid),
            (Schemas.Bytes(Short[..^1]), DocumentVerdict.Refused),
        ];
        long wrong = 0;
        Parallel.For(0, 1_000_000, time =>
        {
            (byte[] document, DocumentVerdict verdict) = all[time % all.Length];
            if (schema.Check(document) != verdict)
            {
                Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Spans_sequences_and_streams_give_the_same()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        foreach (string text in new[] { Schemas.ValidPerson, Schemas.ValidPerson.Replace("172", "17.2", StringComparison.Ordinal), "{" })
        {
            byte[] document = Schemas.Bytes(text);
            DocumentVerdict verdict = schema.Check(document);
            Assert.Equal(verdict, schema.Report(document).Verdict);
            Assert.Equal(verdict is DocumentVerdict.Valid, schema.IsValid(document));
            Assert.Equal(verdict, schema.Check(new ReadOnlySequence<byte>(document)));
            Assert.Equal(verdict, schema.Check(Pieces.Of(document, 7)));
            Assert.Equal(verdict, schema.Report(Pieces.Of(document, 7)).Verdict);
            Assert.Equal(verdict, await schema.CheckAsync(new MemoryStream(document), TestContext.Current.CancellationToken));
            Assert.Equal(verdict, (await schema.ReportAsync(new MemoryStream(document), TestContext.Current.CancellationToken)).Verdict);
        }
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_the_limit()
    {
        CompiledSchema schema = Schemas.Compile("true", new SchemaOptions { Limits = new DocumentLimits { MaxBytes = 100_000 } });
        using MemoryStream stream = new(new byte[10_000_000]);
        SchemaReport report = await schema.ReportAsync(stream, TestContext.Current.CancellationToken);
        Assert.Equal(RefusalReason.TooLarge, report.Refusal!.Reason);
        Assert.True(stream.Position < 1_000_000);
        Assert.Equal(DocumentVerdict.Refused, schema.Check(Pieces.Of(new byte[200_000], 1_000)));
    }

    [Theory]
    [InlineData("""{"multipleOf": 0.01}""", "19.99", true)]
    [InlineData("""{"multipleOf": 0.01}""", "19.999", false)]
    [InlineData("""{"multipleOf": 123456789012345678901234567890}""", "246913578024691357802469135780", true)]
    [InlineData("""{"multipleOf": 123456789012345678901234567890}""", "246913578024691357802469135781", false)]
    [InlineData("""{"multipleOf": 7}""", "7e100", true)]
    [InlineData("""{"multipleOf": 7}""", "1e100", false)]
    [InlineData("""{"maximum": 9007199254740993}""", "9007199254740993.0", true)]
    [InlineData("""{"maximum": 9007199254740992}""", "9007199254740993", false)]
    [InlineData("""{"maximum": 0.1}""", "0.1000000000000000000000000001", false)]
    [InlineData("""{"exclusiveMinimum": -0.5}""", "-0.50", false)]
    [InlineData("""{"const": 1.0}""", "10e-1", true)]
    [InlineData("""{"const": 0}""", "-0.0e5", true)]
    [InlineData("""{"type": "integer"}""", "1.5e1", true)]
    [InlineData("""{"type": "integer"}""", "1.55e1", false)]
    [InlineData("""{"maximum": 1e99999999999999999999}""", "1e9", true)]
    [InlineData("""{"enum": [{"a": 1, "b": [true, "\u0041"]}]}""", """{"b": [true, "A"], "a": 1.00}""", true)]
    [InlineData("""{"uniqueItems": true}""", """[{"a": 1, "b": 2}, {"b": 2.0, "a": 1}]""", false)]
    [InlineData("""{"uniqueItems": true}""", """[1, "1", true, "true", null, [], {}, 0, false]""", true)]
    [InlineData("""{"uniqueItems": true}""", """[1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1e0]""", false)]
    [InlineData("""{"maxLength": 2}""", "\"\\ud83d\\ude00é\"", true)]
    [InlineData("""{"minLength": 3}""", "\"😀é\"", false)]
    [InlineData("""{"propertyNames": {"maxLength": 1}}""", """{"\u00e9": 1}""", true)]
    [InlineData("""{"properties": {"é": false}}""", """{"\u00e9": 1}""", false)]
    [InlineData("""{"required": ["a/b"]}""", """{"a\/b": 1}""", true)]
    public void Values_are_compared_exactly(string schema, string document, bool valid) =>
        Assert.Equal(valid ? DocumentVerdict.Valid : DocumentVerdict.Invalid, Schemas.Compile(schema).Check(document));

    [Fact]
    public void More_names_than_a_word_has_bits_are_told_apart()
    {
        string names = string.Join(',', Enumerable.Range(0, 150).Select(name => $"\"n{name}\""));
        CompiledSchema schema = Schemas.Compile($$"""{"required": [{{names}}]}""");
        string[] members = [.. Enumerable.Range(0, 150).Select(name => $"\"n{name}\":0")];
        Assert.Equal(DocumentVerdict.Valid, schema.Check("{" + string.Join(',', members) + "}"));
        for (int left = 0; left < members.Length; left++)
        {
            SchemaReport report = schema.Report("{" + string.Join(',', members.Where((_, index) => index != left)) + "}");
            Assert.Equal($"The member 'n{left}' is missing.", Assert.Single(report.Errors).Message);
        }
    }
}
