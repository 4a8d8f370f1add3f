namespace Policing.DataModel.Json;

/// <summary>
/// What a reader accepts at most. A text over a limit is not read; the finding is PSDK-JSON-0006. Immutable. Defaults: docs/wire-format.md.
/// </summary>
public sealed record JsonLimits
{
    /// <summary>The defaults.</summary>
    public static JsonLimits Default { get; } = new();

    /// <summary>Bytes of one record document, and of one NDJSON line. Default 1 MiB.</summary>
    public int DocumentBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of one bundle document. Default 20 MiB.</summary>
    public int BundleBytes { get; init; } = 20 << 20;

    /// <summary>Records of one bundle document. Default 1,000.</summary>
    public int BundleRecords { get; init; } = 1_000;

    /// <summary>Levels of objects and arrays, 1 to 200. Default 32, and in a bundle two more, for the records and their list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 200.</exception>
    public int Depth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 200);
            field = value;
        }
    } = 32;

    /// <summary>Levels of objects and arrays in the data of an extension, or in a signature. Default 8.</summary>
    public int ExtensionDepth { get; init; } = 8;

    /// <summary>Members of one object. Default 1,000.</summary>
    public int Members { get; init; } = 1_000;

    /// <summary>UTF-8 bytes of one string. Default 64 KiB.</summary>
    public int StringBytes { get; init; } = 64 << 10;

    /// <summary>Elements of one array. Default 10,000.</summary>
    public int Elements { get; init; } = 10_000;

    /// <summary>Findings of one document; further ones are counted. Default 1,000.</summary>
    public int Findings { get; init; } = 1_000;
}
