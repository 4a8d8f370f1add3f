using System.Collections.Concurrent;
using Policing.JsonSchema;

namespace Policing.DataModel.Schemas;

/// <summary>
/// The published schemas of this version, embedded in the package, each compiled when it is first asked for. Thread-safe.
/// </summary>
internal sealed class RecordSchemas
{
    private const string Base = "https://schemas.policing-sdk.example/";
    private const string Ending = ".schema.json";

    // What a document may cost is limited before it comes here; only time and errors are limited again.
    private static readonly DocumentLimits Limits = new() { MaxBytes = 1 << 30, MaxDepth = 512 };

    private readonly string _folder;
    private readonly ConcurrentDictionary<string, Lazy<CompiledSchema>> _compiled = new(StringComparer.Ordinal);

    private RecordSchemas(string folder) => _folder = folder;

    /// <summary>For producers: what they may write.</summary>
    public static RecordSchemas Strict { get; } = new("1.0/strict/");

    /// <summary>For consumers: what they must accept.</summary>
    public static RecordSchemas Open { get; } = new("1.0/open/");

    /// <summary>The schema of a record type that the model defines.</summary>
    public CompiledSchema Of(string type) => _compiled.GetOrAdd(type, static (name, schemas) => new(() => schemas.Compile(name)), this).Value;

    /// <summary>The text of one file, by its name without ending.</summary>
    public byte[] Text(string block)
    {
        using Stream file = typeof(RecordSchemas).Assembly.GetManifestResourceStream(_folder + block + Ending)
            ?? throw new InvalidOperationException($"This package holds no schema '{block}'.");
        byte[] text = new byte[file.Length];
        file.ReadExactly(text);
        return text;
    }

    private CompiledSchema Compile(string type)
    {
        byte[] root = Text(type);
        SchemaRegistry registry = new();
        foreach (string block in BlocksBelow(type, root)) registry.Add(Base + _folder + block + Ending, Text(block));
        return CompiledSchema.Compile(root, new SchemaOptions { Registry = registry, Limits = Limits });
    }

    // Only what the schema leads to is read: most records need a quarter of the blocks.
    private HashSet<string> BlocksBelow(string type, byte[] root)
    {
        HashSet<string> found = [];
        Stack<byte[]> toRead = new([root]);
        while (toRead.TryPop(out byte[]? text))
            foreach (string block in References(text))
                if (block != type && found.Add(block)) toRead.Push(Text(block));
        return found;
    }

    // The files are generated: a reference stands as "$ref": "name.schema.json" and nothing else looks like that.
    private static List<string> References(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> start = "\"$ref\": \""u8;
        List<string> names = [];
        for (int at = text.IndexOf(start); at >= 0; at = text.IndexOf(start))
        {
            text = text[(at + start.Length)..];
            names.Add(System.Text.Encoding.UTF8.GetString(text[..(text.IndexOf((byte)'"') - Ending.Length)]));
        }

        return names;
    }
}
