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

    [Fact]
    public void One_schema_serves_all_cores()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        byte[] valid = Schemas.Bytes(Schemas.ValidPerson);
        byte[] invalid = Schemas.Bytes(Schemas.ValidPerson.Replace("1980-02-29", "1981-02-29", StringComparison.Ordinal));
        byte[] refused = valid[..^2];
        long wrong = 0;
        // The long form is a million validations: PSDK_LONG_CHECKS=1.
        int rounds = Environment.GetEnvironmentVariable("PSDK_LONG_CHECKS") is "1" ? 334_000 : 10_000;
        Parallel.For(0, rounds, _ =>
        {
            bool right = schema.Check(valid) is DocumentVerdict.Valid && schema.Check(invalid) is DocumentVerdict.Invalid
                && schema.Check(refused) is DocumentVerdict.Refused;
            Interlocked.Add(ref wrong, right ? 0 : 1);
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
