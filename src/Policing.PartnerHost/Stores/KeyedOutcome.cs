using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>What came of a request that was sent under a key, so that the same request again does nothing again. Never a body.</summary>
/// <remarks>Immutable.</remarks>
public sealed record KeyedOutcome
{
    /// <summary>The client that sent it.</summary>
    public required string Client { get; init; }

    /// <summary>The key: of this client alone.</summary>
    public required string Key { get; init; }

    /// <summary>The digest of the request, as hexadecimal text: another request under the same key has another.</summary>
    public required string Digest { get; init; }

    /// <summary>The status that was answered.</summary>
    public required int Status { get; init; }

    /// <summary>The record that it was about, or that tells of it.</summary>
    public required RecordId Resource { get; init; }

    /// <summary>Until when it holds; null for as long as the store.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it holds at a time.</summary>
    public bool HoldsAt(DateTimeOffset time) => Expires is not { } expires || expires > time;
}
