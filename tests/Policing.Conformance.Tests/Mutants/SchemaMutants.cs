using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Targets;
using Policing.DataModel.Schemas;
using Policing.DataModel.Tests.Corpora;
using Policing.JsonSchema;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>Checkers whose schema lacks one keyword, made from the schemas.</summary>
internal static class SchemaMutants
{
    private const string Ending = ".schema.json";

    /// <summary>The pointers of the keywords of a schema, and whether the kit's cases of its requirement tell when one is dropped.</summary>
    public static IEnumerable<(string Pointer, bool IsCaught)> Of(Requirement requirement)
    {
        string block = Path.GetFileNameWithoutExtension(requirement.Cases[0]);
        IReadOnlyList<ConformanceCase> cases = CaseBook.Of(requirement);
        SchemaOptions rest = Rest(block);
        foreach (DroppedKeyword mutant in DroppedKeyword.Of(JsonNode.Parse(SchemaSet.BuiltIn.Strict[block].GetRawText())!))
        {
            CompiledSchema schema = CompiledSchema.Compile(JsonSerializer.SerializeToUtf8Bytes(mutant.Schema), rest);
            yield return (mutant.Pointer, Likeliest(cases, mutant.Pointer).Any(c => c.Judge(schema.IsValid(c.Question.Document.Span) ? TargetAnswer.Valid : TargetAnswer.NotValid).Reason is not null));
        }
    }

    private static IEnumerable<ConformanceCase> Likeliest(IReadOnlyList<ConformanceCase> cases, string pointer) =>
        cases.OrderBy(c => c.About.StartsWith(pointer, StringComparison.Ordinal) ? 0 : 1);

    private static SchemaOptions Rest(string block)
    {
        SchemaRegistry registry = new();
        HashSet<string> met = [block];
        Stack<string> toRead = new([block]);
        while (toRead.TryPop(out string? next))
        {
            foreach (string reference in References(SchemaSet.BuiltIn.Strict[next]).Where(met.Add))
            {
                JsonElement schema = SchemaSet.BuiltIn.Strict[reference];
                registry.Add(schema.GetProperty("$id").GetString()!, JsonSerializer.SerializeToUtf8Bytes(schema));
                toRead.Push(reference);
            }
        }

        return new SchemaOptions { Registry = registry };
    }

    private static IEnumerable<string> References(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()![..^Ending.Length]] : References(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
