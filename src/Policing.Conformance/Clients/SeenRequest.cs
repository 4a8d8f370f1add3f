namespace Policing.Conformance.Clients;

/// <summary>One request that came to the kit's host. It stays in the kit: reports have reasons, and nothing of requests.</summary>
internal sealed record SeenRequest
{
    public required string Method { get; init; }

    /// <summary>The path below the base address.</summary>
    public required string Path { get; init; }

    /// <summary>The address as it came, with the query.</summary>
    public required string Address { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>When it came, by the clock of the host.</summary>
    public required long At { get; init; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public bool Is(string method, string path) => Method == method && Path == path;
}
