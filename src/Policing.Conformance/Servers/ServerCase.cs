using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>One thing that a server is asked, and what its answers are worth. Immutable.</summary>
/// <param name="Name">What stands behind the requirement's id and a slash.</param>
/// <param name="About">What it is about, in a few words.</param>
/// <param name="AskAsync">Asks, and judges.</param>
internal sealed record ServerCase(string Name, string About, Func<ServerSession, CancellationToken, Task<CaseVerdict>> AskAsync)
{
    /// <summary>Why what is about the audit surface is not claimed.</summary>
    public const string NoAuditSurface = "The server has no audit surface.";

    /// <summary>The token that it takes besides the run's own.</summary>
    public Credential Needs { get; init; }

    /// <summary>What the server must say that it does with vehicles; null where it needs no record.</summary>
    public string? Interaction { get; init; }

    /// <summary>Whether it takes the key of the audit log.</summary>
    public bool NeedsLogKey { get; init; }

    /// <summary>Why nothing is claimed where the case turns out to be one that cannot be asked.</summary>
    public string Unclaimed { get; init; } = "The server's limit is over what the kit sends.";
}
