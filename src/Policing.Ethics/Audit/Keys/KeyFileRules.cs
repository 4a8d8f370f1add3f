namespace Policing.Ethics.Audit;

/// <summary>What a key file is held to. The defaults are the strict ones.</summary>
/// <remarks>Immutable.</remarks>
public sealed record KeyFileRules
{
    /// <summary>The folder of the log's data, in which its key may not lie: whoever gets a copy of the data must not get the key with it. Null where there is none.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether a key named <c>dev-…</c> may be used; false unless told. A host in production leaves it so.</summary>
    public bool AllowDevelopmentKey { get; init; }
}
