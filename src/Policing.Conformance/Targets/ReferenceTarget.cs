using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;
using Policing.JsonSchema;

namespace Policing.Conformance.Targets;

/// <summary>The SDK itself as a program under test: what a good answer is, and how one is come by. Thread-safe.</summary>
public sealed class ReferenceTarget : IConformanceTarget
{
    private const string Ending = ".schema.json";
    private static readonly PolicingValidator Strict = new();
    private static readonly PolicingValidator Open = new(new ValidationOptions { Schema = SchemaChoice.Open });
    private static readonly ConcurrentDictionary<string, CompiledSchema> Compiled = new(StringComparer.Ordinal);

    private readonly Func<string, int, PoliceRecord?> _produce;

    /// <summary>The SDK's reader, writer and validator.</summary>
    public ReferenceTarget()
        : this(static (_, _) => null, [])
    {
    }

    /// <summary>The same, and a source of records, to be judged as a producer too.</summary>
    /// <param name="produce">Makes a record by type and number; null from it is a skip.</param>
    /// <param name="types">The types that it makes.</param>
    public ReferenceTarget(Func<string, int, PoliceRecord?> produce, IEnumerable<string> types)
    {
        ArgumentNullException.ThrowIfNull(produce);
        ArgumentNullException.ThrowIfNull(types);
        _produce = produce;
        ValueList<string> produces = ValueList.From(types);
        Description = new()
        {
            Supplier = "The Policing SDK authors",
            Product = "Policing.DataModel",
            Version = typeof(PoliceRecord).Assembly.GetName().Version!.ToString(3),
            Operations = produces.IsEmpty
                ? [TargetOperation.Accept, TargetOperation.RoundTrip, TargetOperation.Change, TargetOperation.Check]
                : [TargetOperation.Accept, TargetOperation.RoundTrip, TargetOperation.Change, TargetOperation.Produce, TargetOperation.Check],
            Produces = produces,
        };
    }

    private TargetDescription Description { get; }

    /// <inheritdoc/>
    public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Description);

    /// <inheritdoc/>
    public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ValueTask.FromResult(question.Operation switch
        {
            TargetOperation.Accept => Accept(question.Document.Span) ? TargetAnswer.Taken : TargetAnswer.Refused,
            TargetOperation.RoundTrip => RoundTrip(question.Document.Span),
            TargetOperation.Change => Change(question),
            TargetOperation.Produce => _produce(question.Type!, question.Number) is { } record ? TargetAnswer.Written(PoliceJson.Write(record)) : TargetAnswer.Skipped,
            _ => Check(question) ? TargetAnswer.Valid : TargetAnswer.NotValid,
        });
    }

    // Unknown members and types are no reason to refuse, whatever version a record says that it is of.
    private static bool Accept(ReadOnlySpan<byte> document) => Open.Validate(document).IsValid;

    private static TargetAnswer RoundTrip(ReadOnlySpan<byte> document) =>
        PoliceJson.Read(document).Record is { } record ? TargetAnswer.Written(PoliceJson.Write(record)) : TargetAnswer.Refused;

    // A host that sets members by name goes through the JSON that it wrote; one that knows them uses a with expression.
    private static TargetAnswer Change(TargetQuestion question)
    {
        if (PoliceJson.Read(question.Document.Span).Record is not { } read) return TargetAnswer.Refused;
        JsonObject record = JsonNode.Parse(PoliceJson.Write(read))!.AsObject();
        record[question.Pointer![1..]] = JsonNode.Parse(question.Value!);
        if (record["absent"] is JsonObject reasons) reasons.Remove(question.Pointer!);
        ReadResult changed = PoliceJson.Read(Encoding.UTF8.GetBytes(record.ToJsonString()));
        return changed.Record is { } written ? TargetAnswer.Written(PoliceJson.Write(written)) : TargetAnswer.Refused;
    }

    private static bool Check(TargetQuestion question)
    {
        if (question.Schema is { } block) return Compiled.GetOrAdd(block, Compile).IsValid(question.Document.Span);
        return (question.Today == default ? Strict : new PolicingValidator(new ValidationOptions { Time = new FixedDay(question.Today) })).Validate(question.Document.Span).IsValid;
    }

    private static CompiledSchema Compile(string block)
    {
        SchemaRegistry registry = new();
        HashSet<string> met = new(StringComparer.Ordinal) { block };
        Stack<string> toRead = new([block]);
        while (toRead.TryPop(out string? next))
        {
            foreach (string file in References(SchemaSet.BuiltIn.Strict[next]).Where(met.Add))
            {
                JsonElement schema = SchemaSet.BuiltIn.Strict[file];
                registry.Add(schema.GetProperty("$id").GetString()!, Encoding.UTF8.GetBytes(schema.GetRawText()));
                toRead.Push(file);
            }
        }

        return CompiledSchema.Compile(Encoding.UTF8.GetBytes(SchemaSet.BuiltIn.Strict[block].GetRawText()), new SchemaOptions { Registry = registry });
    }

    private static IEnumerable<string> References(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()![..^Ending.Length]] : References(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private sealed class FixedDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
