using System.Text.Json;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>The corpora hold what their index says, no more and no less.</summary>
public sealed class CorpusTests
{
    private static readonly PolicingValidator Validator = new(new ValidationOptions { Time = new Clock() });

    public static TheoryData<string> Files => [.. CorpusFolder.Files.Select(f => f.Path)];

    public static TheoryData<string> StableRecords => [.. Reflected.Records.Where(t => StrictSchemas.Read(Reflected.WireType(t))["x-psdk-maturity"]!.GetValue<string>() == "stable").Select(Reflected.WireType)];

    private static CorpusEntry Entry(string path) => CorpusFolder.Files.Single(f => f.Path == path);

    /// <summary>Errors and warnings are those of the index; of information, what the index names is among it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void AFileHasTheFindingsOfTheIndexAndNoOther(string path)
    {
        CorpusEntry entry = Entry(path);
        ReadResult read = Validator.Read(CorpusFolder.Bytes(path));
        IEnumerable<(string, string)> found = read.Report.Findings.Where(f => f.Severity > Severity.Information || entry.Findings.Contains((f.Rule.Id, f.Pointer))).Select(f => (f.Rule.Id, f.Pointer));
        Assert.Equal(entry.Findings, found);
        Assert.Equal(entry.Valid, read.Report.IsValid);
        Assert.Equal(0, read.Report.Dropped);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ARoundTripLosesNothing(string path)
    {
        byte[] text = CorpusFolder.Bytes(path);
        ReadResult read = PoliceJson.Read(text);
        if (read.Record is null) Assert.True(text.AsSpan().SequenceEqual(read.Unread.Span));
        else Assert.True(JsonText.SameNormalised(text, PoliceJson.Write(read.Record)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheSchemasJudgeAFileAsTheIndexSays(string path)
    {
        CorpusEntry entry = Entry(path);
        if (entry.Type is null)
        {
            Assert.True(entry.Strict is null && entry.Open is null);
            return;
        }

        string block = Reflected.Records.Select(Reflected.WireType).Contains(entry.Type) ? entry.Type : "record";
        byte[] text = CorpusFolder.Bytes(path);
        Assert.Equal(entry.Strict, RecordSchemas.Strict.Of(block).IsValid(text));
        Assert.Equal(entry.Open, RecordSchemas.Open.Of(block).IsValid(text));
        Assert.Equal(entry.Type, JsonElement.Parse(text).GetProperty("type").GetString());
    }

    [Fact]
    public void TheIndexNamesEveryFile()
    {
        IEnumerable<string> listed = CorpusFolder.Files.Select(f => f.Path).Concat(CorpusFolder.Index.GetProperty("schemaCases").EnumerateArray().Select(c => c.GetProperty("path").GetString()!)).Append("index.json");
        IEnumerable<string> present = Directory.EnumerateFiles(CorpusFolder.Path, "*.json", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(CorpusFolder.Path, p).Replace('\\', '/'));
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(StableRecords))]
    public void AStableRecordHasItsThreeValidFiles(string type)
    {
        foreach (string name in (string[])["minimal", "typical", "everything"])
        {
            CorpusEntry entry = Entry($"valid/{type}/{name}.json");
            Assert.True(entry is { Valid: true, Strict: true, Open: true } && entry.Type == type);
        }
    }

    /// <summary>The file 'everything' has every member of its strict schema, and so has each part in it.</summary>
    [Theory]
    [MemberData(nameof(StableRecords))]
    public void EverythingHasAValueInEveryMember(string type)
    {
        JsonElement record = JsonElement.Parse(CorpusFolder.Bytes($"valid/{type}/everything.json"));
        Assert.Empty(Missing(type, record, ""));
        static IEnumerable<string> Missing(string block, JsonElement value, string pointer)
        {
            if (value.ValueKind != JsonValueKind.Object || StrictSchemas.Read(block)["properties"] is not { } members) yield break;
            foreach ((string name, System.Text.Json.Nodes.JsonNode? schema) in members.AsObject())
            {
                string place = $"{pointer}/{name}";
                if (!value.TryGetProperty(name, out JsonElement member))
                {
                    yield return place;
                    continue;
                }

                if (Part(schema!) is not { } part || IsChoice(block, name)) continue;
                IEnumerable<JsonElement> parts = member.ValueKind switch
                {
                    JsonValueKind.Array => member.EnumerateArray(),
                    JsonValueKind.Object when schema!["additionalProperties"] is not null => member.EnumerateObject().Select(e => e.Value),
                    _ => [member],
                };
                foreach (string missing in parts.SelectMany((p, i) => Missing(part, p, $"{place}/{i}"))) yield return missing;
            }
        }
    }

    // A link's end has its id or its reference, never both; what a bundle holds is its own record.
    private static bool IsChoice(string block, string member) => (block, member) is ("link", "from" or "to") or ("bundle", "external" or "records");

    private static string? Part(System.Text.Json.Nodes.JsonNode schema)
    {
        string? reference = (schema["$ref"] ?? schema["items"]?["$ref"] ?? schema["additionalProperties"]?["$ref"])?.GetValue<string>();
        string? block = reference?.Replace(".schema.json", "", StringComparison.Ordinal);
        return block is "coded-value" or "record" ? null : block;
    }

    [Fact]
    public void EveryRuleHasAFileOrAReason()
    {
        IEnumerable<string> withFile = CorpusFolder.Files.Where(f => f.Path.StartsWith("rules/", StringComparison.Ordinal)).SelectMany(f => f.Findings).Select(f => f.Rule).Distinct();
        JsonElement[] without = [.. CorpusFolder.Index.GetProperty("rulesWithoutFile").EnumerateArray()];
        Assert.All(without, r => Assert.False(string.IsNullOrWhiteSpace(r.GetProperty("why").GetString())));
        Assert.Equal(FindingRules.All.Select(r => r.Id).Order(StringComparer.Ordinal), withFile.Concat(without.Select(r => r.GetProperty("rule").GetString()!)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ARuleWithoutFileIsCausedByNoneOfTheSchemaCasesEither()
    {
        HashSet<string> without = [.. CorpusFolder.Index.GetProperty("rulesWithoutFile").EnumerateArray().Select(r => r.GetProperty("rule").GetString()!)];
        foreach (string type in Reflected.Records.Select(Reflected.WireType))
            foreach (SchemaCase @case in CorpusFolder.Cases(type))
                Assert.DoesNotContain(Validator.Validate(@case.Data).Findings, f => without.Contains(f.Rule.Id));
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(DateOnly.Parse(CorpusFolder.Index.GetProperty("today").GetString()!), new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
