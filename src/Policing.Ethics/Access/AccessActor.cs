using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Who acts: a person of an agency through a system, or the system by itself.</summary>
/// <remarks>In a host all of it comes from the validated token, never from what the caller wrote. Immutable and thread-safe.</remarks>
public sealed record AccessActor
{
    /// <summary>The opaque id of the person, as the token has it; null where a system acts by itself, such as a nightly job.</summary>
    public string? Person { get; init; }

    /// <summary>The agency that the person or system acts for.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The system that the call comes from: the client of the token, or the name of the job.</summary>
    public required string System { get; init; }

    /// <summary>What the agency lets the actor do, in the agency's own tokens; rules ask for them. Empty unless told.</summary>
    public ValueList<string> Roles { get; init; }

    /// <summary>The name of the type; never who it is.</summary>
    public override string ToString() => nameof(AccessActor);
}
