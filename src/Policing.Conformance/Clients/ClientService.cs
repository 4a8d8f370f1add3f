namespace Policing.Conformance.Clients;

/// <summary>Where the kit's host is for one task, and how a token is had there. Another for each case. It has a token: it is no record, and says nothing of itself.</summary>
public sealed class ClientService
{
    /// <summary>The address below which <c>/v1</c> of the partner API is, with a path of its own; HTTP on loopback.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Where a token is had: POST with <c>grant_type=client_credentials</c>. Whatever the client proves itself with is taken.</summary>
    public required Uri TokenAddress { get; init; }

    /// <summary>The id that the client is registered under.</summary>
    public required string ClientId { get; init; }

    /// <summary>A token, for clients that are given theirs. It may have expired.</summary>
    public required string Token { get; init; }

    /// <summary>The name of the type; never a token.</summary>
    public override string ToString() => nameof(ClientService);
}
