using Policing.JsonSchema;

namespace Policing.DataModel.Completeness;

/// <summary>The files of profiles and their schemas, embedded in the package.</summary>
internal static class ProfileFiles
{
    private const int MaxBytes = 1 << 20;
    private const int MaxDepth = 32;

    private static readonly Lazy<CompiledSchema> SetSchema = new(static () => CompiledSchema.Compile(Text("1.0/profiles.schema.json")));
    private static readonly Lazy<CompiledSchema> TestSchema = new(static () => CompiledSchema.Compile(Text("1.0/profile-tests.schema.json")));

    public static byte[] Text(string name)
    {
        using Stream file = typeof(ProfileFiles).Assembly.GetManifestResourceStream("profiles/" + name)
            ?? throw new InvalidOperationException($"This package holds no file '{name}'.");
        byte[] text = new byte[file.Length];
        file.ReadExactly(text);
        return text;
    }

    /// <summary>Refuses a file of profiles that is not of the form.</summary>
    public static void RequireSet(ReadOnlySpan<byte> utf8) => Require(utf8, SetSchema.Value, "profiles.schema.json");

    /// <summary>Refuses a file of tests that is not of the form.</summary>
    public static void RequireTests(ReadOnlySpan<byte> utf8) => Require(utf8, TestSchema.Value, "profile-tests.schema.json");

    private static void Require(ReadOnlySpan<byte> utf8, CompiledSchema schema, string name)
    {
        if (utf8.Length > MaxBytes) throw new ProfileException("", "the file is over 1 MiB; split it.");
        SchemaReport report = schema.Report(utf8);
        if (report.Refusal is not null) throw new ProfileException("", "the file is not JSON, or is deeper or larger than is read.");
        if (report.Errors.Count > 0) throw new ProfileException(report.Errors[0].InstancePointer, $"the value does not meet schemas/profiles/1.0/{name} ('{report.Errors[0].Keyword}').");
    }

    /// <summary>How deep such files are read.</summary>
    public static System.Text.Json.JsonDocumentOptions Options => new() { MaxDepth = MaxDepth };
}
