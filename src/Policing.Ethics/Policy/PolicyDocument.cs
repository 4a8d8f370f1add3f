using System.Text.Json;
using Policing.JsonSchema;

namespace Policing.Ethics;

/// <summary>Holds files of ours to their schema before anything of them is used.</summary>
internal static class PolicyDocument
{
    private static readonly Lazy<CompiledSchema> PolicySets = new(() => Compile("policy-set"));
    private static readonly Lazy<CompiledSchema> PolicyTests = new(() => Compile("policy-tests"));

    /// <exception cref="PolicySetException">It is not what the schema asks for, or over a limit.</exception>
    public static JsonDocument ParseSet(ReadOnlySpan<byte> utf8, PolicyLimits limits) => Parse(utf8, PolicySets.Value, limits);

    /// <exception cref="PolicySetException">It is not what the schema asks for, or over a limit.</exception>
    public static JsonDocument ParseTests(ReadOnlySpan<byte> utf8, PolicyLimits limits) => Parse(utf8, PolicyTests.Value, limits);

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8, CompiledSchema schema, PolicyLimits limits)
    {
        if (utf8.Length > limits.MaxBytes) throw new PolicySetException("", $"The file is over the limit of {limits.MaxBytes} bytes.");
        SchemaReport report = schema.Report(utf8);
        if (report.Refusal is { } refusal) throw new PolicySetException("", $"The file is not taken as JSON: {refusal.Reason}.");
        if (report.Verdict is not DocumentVerdict.Valid) throw new PolicySetException([.. report.Errors.Select(Problem)]);
        return JsonDocument.Parse(utf8.ToArray());
    }

    private static PolicyProblem Problem(SchemaError error) => new(error.InstancePointer, error.Message, error.Line);

    private static CompiledSchema Compile(string name)
    {
        using Stream stream = typeof(PolicyDocument).Assembly.GetManifestResourceStream($"ethics/1.0/{name}.schema.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return CompiledSchema.Compile(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), new SchemaOptions { AssertFormats = true });
    }
}
