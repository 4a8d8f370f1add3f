namespace Policing.Conformance.Servers;

/// <summary>One request of the kit. Immutable.</summary>
internal sealed record ServerCall(HttpMethod Method, string Path)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public Credential Credential { get; init; }

    /// <summary>What Policing-Access says; null for no such header; empty for the run's own.</summary>
    public string? Access { get; init; } = "";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether the call is one that needs a purpose.</summary>
    public bool NeedsPurpose { get; init; } = true;

    public ServerCall With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}
