namespace Policing.Conformance.Clients;

/// <summary>How a task ended, as the client tells its user. <c>default</c> is <see cref="Failed"/>.</summary>
public enum ClientOutcome
{
    /// <summary>There was no answer, or one that is not what the contract says.</summary>
    Failed,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>The partner refused.</summary>
    Refused,

    /// <summary>It was sent, and nobody knows whether it was done.</summary>
    Unknown,

    /// <summary>The client itself refused to send it.</summary>
    NotSent,
}
