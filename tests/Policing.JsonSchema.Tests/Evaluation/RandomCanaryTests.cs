using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.SchemaProof.Cases;

namespace Policing.JsonSchema.Tests.Evaluation;

/// <summary>Documents full of canaries against random schemas of all keywords: none gets into a message, pointer, report or output.</summary>
public class RandomCanaryTests
{
    private const string Word = "canary";
    private const string Digits = "7717717";

    [Fact]
    public void No_value_or_unknown_name_gets_out_whatever_the_schema()
    {
        Random random = new(17);
        int errors = 0;
        int refused = 0;
        for (int number = 0; number < 250; number++)
        {
            if (CaseGenerator.Next(seed: 17, number) is not var (found, schema))
            {
                continue;
            }
            foreach (string instance in found.Instances)
            {
                byte[] document = Encoding.UTF8.GetBytes(Planted(JsonNode.Parse(instance), random)?.ToJsonString() ?? "null");
                foreach (byte[] text in new[] { document, document[..^1], Policing.SchemaProof.Fuzz.Bytes.Changed(random, document) })
                {
                    SchemaReport report = schema.Report(text);
                    errors += report.Errors.Count;
                    refused += report.Refusal is null ? 0 : 1;
                    string output = Everything(report);
                    Assert.DoesNotContain(Word, output, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain(Digits, output, StringComparison.Ordinal);
                }
            }
        }
        Assert.True(errors > 1_000 && refused > 1_000, $"{errors} errors, {refused} refused");
    }

    /// <summary>Every string, number and name with a canary in it; some names stay, so that keywords find them.</summary>
    private static JsonNode? Planted(JsonNode? node, Random random) => node switch
    {
        JsonObject members => Members(members, random),
        JsonArray items => new JsonArray([.. items.Select(item => Planted(item, random))]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => Word + value.GetValue<string>(),
            JsonValueKind.Number => JsonNode.Parse((random.Next(2) == 0 ? Digits : "-0." + Digits) + "e" + random.Next(3)),
            _ => value.DeepClone(),
        },
        _ => null,
    };

    private static JsonObject Members(JsonObject members, Random random)
    {
        JsonObject planted = [];
        foreach ((string name, JsonNode? member) in members)
        {
            planted[random.Next(2) == 0 ? name : Word + name] = Planted(member, random);
        }
        return planted;
    }

    private static string Everything(SchemaReport report)
    {
        StringBuilder all = new();
        foreach (SchemaError error in report.Errors)
        {
            all.Append(error).Append(error.Keyword).Append(error.Message).Append(error.InstancePointer).Append(error.KeywordPointer).Append(error.SchemaLocation);
        }
        all.Append(report).Append(report.Refusal).Append(report.Refusal?.Message);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            report.WriteFlag(writer);
            report.WriteList(writer);
            writer.WriteEndArray();
        }
        return all.Append(Encoding.UTF8.GetString(stream.ToArray())).ToString();
    }
}
