namespace Policing.Client;

/// <summary>What it means to send a call twice, and so whether the client does.</summary>
public enum OperationClass
{
    /// <summary>Twice is as good as once: reading, searching, and writing under a condition.</summary>
    Idempotent,

    /// <summary>The partner carries it out once for a key: bundles, and changes of status with an <see cref="IdempotencyKey"/>.</summary>
    Keyed,

    /// <summary>Twice may be two effects: never sent again. Where the answer is lost, the failure is <see cref="PartnerFailure.UnknownOutcome"/>.</summary>
    UnknownOutcome,
}
