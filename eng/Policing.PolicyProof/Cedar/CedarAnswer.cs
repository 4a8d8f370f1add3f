namespace Policing.PolicyProof.Cedar;

/// <summary>What Cedar says of a request.</summary>
internal sealed record CedarAnswer
{
    public string? Failure { get; init; }

    public string? Decision { get; init; }

    public string[] Rules { get; init; } = [];

    public string[] Errors { get; init; } = [];

    public string[] Obliges { get; init; } = [];

    public string[] ObligeErrors { get; init; } = [];

    public bool HasErrors => Errors.Length + ObligeErrors.Length > 0;
}
