namespace Policing.Conformance.Targets;

/// <summary>What a program can be asked to do. <c>default</c> is <see cref="Accept"/>.</summary>
public enum TargetOperation
{
    /// <summary>Say whether it would take this document in.</summary>
    Accept,

    /// <summary>Read the document into what it works with, and write that.</summary>
    RoundTrip,

    /// <summary>Read the document, set one member, and write it.</summary>
    Change,

    /// <summary>Write a record of a type as it would send it.</summary>
    Produce,

    /// <summary>Say whether the document is valid, by the schema and the rules.</summary>
    Check,
}
