using Policing.DataModel;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Servers;

/// <summary>Which server of the partner API is judged, and how the kit may speak to it. It has secrets: it is no record, and says nothing of itself.</summary>
public sealed class ServerTargetOptions
{
    /// <summary>What <c>Policing-Access</c> says unless told.</summary>
    public const string UsualAccess = "purpose=investigation, basis=part-3-task, case=\"conformance\"";

    /// <summary>What it says unless told where records are disposed of.</summary>
    public const string UsualDisposalAccess = "purpose=records-management, basis=part-3-task, case=\"conformance\"";

    /// <summary>Where <c>/v1</c> is below. HTTPS, but on loopback.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Whether the caller says that the server is theirs to write to. Without it nothing is sent.</summary>
    public required bool IsMine { get; init; }

    /// <summary>An access token with all scopes, of the agency whose records the kit makes.</summary>
    public required string Token { get; init; }

    /// <summary>A token of a caller that is known and has no scope; null where there is none: what needs it is not claimed then.</summary>
    public string? TokenWithoutScopes { get; init; }

    /// <summary>A token with all scopes of another agency in the same tenant, which may read the records that the kit makes; null where there is none.</summary>
    public string? TokenOfAnother { get; init; }

    /// <summary>The agency that the token is of; null for that of the server.</summary>
    public Agency? Agency { get; init; }

    /// <summary>What <c>Policing-Access</c> says in all calls but disposals.</summary>
    public string Access { get; init; } = UsualAccess;

    /// <summary>What it says where records are disposed of.</summary>
    public string DisposalAccess { get; init; } = UsualDisposalAccess;

    /// <summary>
    /// The file that has what a run wrote until it is disposed of. A run that finds one disposes of that first; one that ends well leaves none.
    /// </summary>
    public required string JournalPath { get; init; }

    /// <summary>How long an answer may take; 30 seconds unless told.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The public keys of the server's audit log; none where the run has none: whether its checkpoints are signed by them is not claimed then.</summary>
    public IReadOnlyList<INoteVerifier> LogKeys { get; init; } = [];

    /// <summary>How long after a call a checkpoint with its entry may be waited for; 10 seconds unless told.</summary>
    public TimeSpan CheckpointTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The name of the type; never a token.</summary>
    public override string ToString() => nameof(ServerTargetOptions);
}
