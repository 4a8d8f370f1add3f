using System.Diagnostics;
using System.Text;

namespace Policing.SchemaProof.Fuzz;

/// <summary>Documents of extreme size and shape, each with the verdict that it must get within a time.</summary>
internal static class ExtremeDocuments
{
    private const int TenMegabytes = 10_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    public static void Check(FuzzCounts counts)
    {
        foreach ((string name, string schema, string document, DocumentVerdict verdict) in All())
        {
            Stopwatch clock = Stopwatch.StartNew();
            CompiledSchema compiled = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema));
            SchemaReport report = Judgement.Of(compiled, Encoding.UTF8.GetBytes(document), () => name);
            Judgement.Demand(report.Verdict == verdict, $"{name}: {report.Verdict} instead of {verdict}", () => schema);
            Judgement.Demand(clock.Elapsed < s_longest, $"{name}: {clock.Elapsed.TotalSeconds:F0} s", () => schema);
            counts.Add(report.Verdict);
        }
    }

    private static IEnumerable<(string Name, string Schema, string Document, DocumentVerdict Verdict)> All()
    {
        string text = new('a', TenMegabytes);
        string digits = new('9', 200_000);
        yield return ("long string", """{"minLength": 10000000, "maxLength": 10000000}""", $"\"{text}\"", DocumentVerdict.Valid);
        yield return ("long string, row pattern", """{"pattern": "^[a-c]*$"}""", $"\"{text}\"", DocumentVerdict.Valid);
        yield return ("long string, repeated repetition", """{"pattern": "^(a+)+$"}""", $"\"{text[..30_000]}b\"", DocumentVerdict.Invalid);
        yield return ("long string, pattern without end", """{"pattern": "^(?=(a|aa)+$)b"}""", $"\"{text[..50_000]}c\"", DocumentVerdict.Refused);
        yield return ("long string of escapes", """{"maxLength": 1000000, "minLength": 1000000}""", "\"" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 1_000_000)) + "\"", DocumentVerdict.Valid);
        yield return ("long name", """{"propertyNames": {"maxLength": 10}}""", $$"""{"{{text}}": 1}""", DocumentVerdict.Invalid);
        yield return ("long constant", $$"""{"const": "{{text[..1_000_000]}}"}""", $"\"{text[..1_000_000]}\"", DocumentVerdict.Valid);
        yield return ("long string, not closed", "true", $"\"{text}", DocumentVerdict.Refused);
        yield return ("half a character at the end", "true", $"\"{text}\\ud800\"", DocumentVerdict.Refused);
        yield return ("deep arrays", "true", new string('[', TenMegabytes), DocumentVerdict.Refused);
        yield return ("deep objects", "true", string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)), DocumentVerdict.Refused);
        yield return ("long number", """{"type": "integer", "minimum": 0, "multipleOf": 9}""", digits, DocumentVerdict.Valid);
        yield return ("long number, long divisor", """{"multipleOf": 99999999999999999999999}""", digits, DocumentVerdict.Invalid);
        yield return ("long fraction", """{"type": "integer"}""", $"1.{digits}", DocumentVerdict.Invalid);
        yield return ("long whole fraction", """{"type": "integer", "const": 1}""", $"1.{new string('0', 200_000)}", DocumentVerdict.Valid);
        yield return ("huge exponents", """{"maximum": 1e308, "multipleOf": 7}""", "7e999999999", DocumentVerdict.Invalid);
        yield return ("exponent beyond any", """{"minimum": 1e400}""", "1e99999999999999999999999999", DocumentVerdict.Valid);
        yield return ("tiny number", """{"exclusiveMinimum": 0, "maximum": 1e-400}""", "1e-99999999999999999999999999", DocumentVerdict.Valid);
        yield return ("many items", """{"uniqueItems": true}""", $"[{string.Join(',', Enumerable.Range(0, 500_000))}]", DocumentVerdict.Valid);
        yield return ("many items, two equal", """{"uniqueItems": true}""", $"[{string.Join(',', Enumerable.Range(0, 300_000))},7.0]", DocumentVerdict.Invalid);
        yield return ("many members", """{"maxProperties": 300000, "additionalProperties": {"type": "integer"}}""", $"{{{string.Join(',', Enumerable.Range(0, 300_000).Select(name => $"\"{name}\":1"))}}}", DocumentVerdict.Valid);
        yield return ("many members, two of one name", "true", $"{{{string.Join(',', Enumerable.Range(0, 300_000).Select(name => $"\"{name % 299_999}\":1"))}}}", DocumentVerdict.Refused);
        yield return ("many errors", """{"items": {"type": "string"}}""", $"[{string.Join(',', Enumerable.Repeat("1", 200_000))}]", DocumentVerdict.Invalid);
        yield return ("nothing but space", "true", new string(' ', TenMegabytes), DocumentVerdict.Refused);
        yield return ("over the limit", "true", new string(' ', 21 * 1024 * 1024), DocumentVerdict.Refused);
    }
}
