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
}
