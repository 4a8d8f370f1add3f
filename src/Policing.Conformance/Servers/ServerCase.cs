using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>One thing that a server is asked, and what its answers are worth. Immutable.</summary>
/// <param name="Name">What stands behind the requirement's id and a slash.</param>
/// <param name="About">What it is about, in a few words.</param>
/// <param name="AskAsync">Asks, and judges.</param>
internal sealed record ServerCase(string Name, string About, Func<ServerSession, CancellationToken, Task<CaseVerdict>> AskAsync)
{
    /// <summary>The token that it takes besides the run's own.</summary>
    public Credential Needs { get; init; }

    /// <summary>What the server must say that it does with vehicles; null where it needs no record.</summary>
    public string? Interaction { get; init; }

    /// <summary>Whether it is about the audit surface, which a server may not have.</summary>
    public bool IsOfAudit { get; init; }
}
