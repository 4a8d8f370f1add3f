using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>What a call asks of its caller: a scope, and whether a purpose.</summary>
internal sealed record CallKind(string Scope, AccessOperation Operation)
{
    /// <summary>Calls about the service and not about records need no purpose, and have no audit entry of their own where they are answered.</summary>
    public bool NeedsPurpose { get; init; } = true;

    /// <summary>Anybody may: no token either.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What it can answer besides JSON.</summary>
    public string AlsoAnswers { get; init; } = "";
}
