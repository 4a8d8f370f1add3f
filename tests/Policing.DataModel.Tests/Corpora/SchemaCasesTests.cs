using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Policing.JsonSchema;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>The cases of the strict schemas are judged as they say, and together they hold every keyword in its place.</summary>
public sealed class SchemaCasesTests
{
    public static TheoryData<string> Blocks => [.. CorpusFolder.Blocks];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void ACaseIsJudgedAsItSays(string block)
    {
        CompiledSchema schema = StrictSchemas.Compile(StrictSchemas.Read(block), StrictSchemas.Rest(block));
        Assert.All(CorpusFolder.Cases(block), c => Assert.True(c.Valid == schema.IsValid(c.Data), c.Description));
    }

    [Fact]
    public void EveryStrictSchemaHasItsCases()
    {
        IEnumerable<string> schemas = Directory.EnumerateFiles(Path.Combine(Conventions.Reflected.Root(), "schemas", "1.0", "strict")).Select(p => Path.GetFileName(p).Replace(".schema.json", "", StringComparison.Ordinal));
        Assert.Equal(schemas.Order(StringComparer.Ordinal), CorpusFolder.Blocks.Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever one keyword of a strict schema is dropped, or one name of 'required', member of 'properties' or branch of 'anyOf', some case tells.</summary>
    [Fact]
    public void NoKeywordCanBeDroppedUnseen()
    {
        ConcurrentBag<string> unseen = [];
        int dropped = 0;
        Parallel.ForEach(CorpusFolder.Blocks, block =>
        {
            IReadOnlyList<SchemaCase> cases = CorpusFolder.Cases(block);
            SchemaOptions rest = StrictSchemas.Rest(block);
            foreach (DroppedKeyword change in DroppedKeyword.Of(StrictSchemas.Read(block)))
            {
                Interlocked.Increment(ref dropped);
                CompiledSchema schema = StrictSchemas.Compile(change.Schema, rest);
                if (Likeliest(cases, change.Pointer).All(c => c.Valid == schema.IsValid(c.Data))) unseen.Add($"{block}{change.Pointer}");
            }
        });
        Assert.Empty(unseen.Order(StringComparer.Ordinal));
        Assert.True(dropped > 5_000, $"Only {dropped} keywords were dropped.");
    }

    // All of them, those first whose description names the keyword.
    private static IEnumerable<SchemaCase> Likeliest(IReadOnlyList<SchemaCase> cases, string pointer) =>
        cases.OrderBy(c => c.Description.StartsWith(pointer, StringComparison.Ordinal) ? 0 : 1);

    /// <summary>The list of what is dropped is complete, on a schema small enough to see.</summary>
    [Fact]
    public void EachKeywordOfASchemaIsDroppedOnce()
    {
        JsonNode schema = JsonNode.Parse("""{"$id":"x","type":"object","properties":{"a":{"type":"array","minItems":1,"items":{"$ref":"b"}}},"required":["a","c"]}""")!;
        Assert.Equal(
            ["/type", "/properties", "/properties/a", "/properties/a/type", "/properties/a/minItems", "/properties/a/items", "/properties/a/items/$ref", "/required", "/required/0", "/required/1"],
            DroppedKeyword.Of(schema).Select(d => d.Pointer));
    }
}
