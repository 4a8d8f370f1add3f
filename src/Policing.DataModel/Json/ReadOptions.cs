using Policing.DataModel.Codes;

namespace Policing.DataModel.Json;

/// <summary>How records are read. Immutable.</summary>
public sealed record ReadOptions
{
    /// <summary>Tolerant, with the default limits.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>How far reading goes in the face of errors. Default <see cref="ReadMode.Tolerant"/>.</summary>
    public ReadMode Mode { get; init; }

    /// <summary>What is accepted at most.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;

    /// <summary>
    /// The highest tier that may be read here. Reading ends at the first marking above it, of the record, a part of it or a record of a bundle: there is
    /// no record then, the text is not kept, and the finding is PSDK-RUL-0018. A tier that is not known is above all. Default null: no ceiling.
    /// </summary>
    public SecurityTier? Ceiling { get; init; }
}
