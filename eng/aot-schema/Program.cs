// Compiled ahead of time: compiles a schema with a registry, a pattern for .NET's engine and formats, and judges documents by verdict and by
// report. The exit code is 0 only if everything came out as it should.
using System.Text;
using System.Text.Json;
using Policing.JsonSchema;

SchemaRegistry registry = new SchemaRegistry().Add(
    "https://schemas.example/line",
    """{"type":"object","properties":{"sku":{"type":"string","pattern":"^[A-Z]{2}\\d{4}$"},"count":{"type":"integer","minimum":1}},"required":["sku"]}"""u8);
CompiledSchema schema = CompiledSchema.Compile(
    """
    {"$id":"https://schemas.example/order","type":"object","required":["lines","on"],"unevaluatedProperties":false,
     "properties":{"on":{"format":"date"},"note":{"pattern":"^\\S(.*\\S)?$"},"tags":{"uniqueItems":true},
       "lines":{"type":"array","minItems":1,"items":{"$ref":"line","unevaluatedProperties":false}}}}
    """u8,
    new SchemaOptions { Registry = registry, AssertFormats = true });
byte[] good = """{"on":"2026-02-28","note":"by hand","tags":[1,"1",[1.0]],"lines":[{"sku":"AB1234","count":2}]}"""u8.ToArray();
byte[] bad = """{"on":"2026-02-30","note":" by hand","tags":[1,1.0],"lines":[{"sku":"AB123","count":0,"x":1}]}"""u8.ToArray();

int failed = 0;
Check("a verdict on a valid document", schema.Check(good) is DocumentVerdict.Valid);
Check("a verdict on an invalid document", schema.Check(bad) is DocumentVerdict.Invalid);
Check("a verdict on a stream", await schema.CheckAsync(new MemoryStream(good)) is DocumentVerdict.Valid);
Check("a document that is refused", schema.Check("""{"a":1,"a":2}"""u8) is DocumentVerdict.Refused);

SchemaReport report = schema.Report(bad);
string[] keywords = [.. report.Errors.Select(error => error.Keyword).Order(StringComparer.Ordinal)];
Check("a report", keywords is ["format", "minimum", "pattern", "pattern", "unevaluatedProperties", "uniqueItems"]);
using MemoryStream list = new();
using (Utf8JsonWriter writer = new(list)) report.WriteList(writer);
Check("the output list", Encoding.UTF8.GetString(list.ToArray()).Contains("/lines/0/sku", StringComparison.Ordinal));

try
{
    CompiledSchema.Compile("""{"properties":{"a":{"minLenght":1}}}"""u8, new SchemaOptions { RefuseUnknownKeywords = true });
    Check("a faulty schema", false);
}
catch (SchemaException fault)
{
    Check("a faulty schema", fault.Pointer == "/properties/a/minLenght");
}
return failed;

void Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "ok" : "NOT OK")}: {what}");
    failed += holds ? 0 : 1;
}
