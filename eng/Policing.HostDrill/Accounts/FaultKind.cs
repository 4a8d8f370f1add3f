namespace Policing.HostDrill.Accounts;

/// <summary>What the drill finds.</summary>
internal enum FaultKind
{
    /// <summary>A write that was acknowledged is not there, or what was read is older than what was acknowledged before.</summary>
    Lost,

    /// <summary>A write is there twice, or is there and was never sent.</summary>
    Doubled,

    /// <summary>Something of another tenant, of another record or of a record that is hidden was answered.</summary>
    Crossed,

    /// <summary>Followers were not told of each change once and in order.</summary>
    Feed,

    /// <summary>The audit log does not verify, or has not one entry for each call.</summary>
    Audit,

    /// <summary>A call ended as it should not.</summary>
    Answer,
}
