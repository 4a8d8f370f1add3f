using Policing.Conformance.Clients;
using Policing.DataModel;

namespace Policing.Conformance.Targets;

/// <summary>What a program says of itself. Claimed and failing is a failure; what is not claimed is listed. Immutable.</summary>
public sealed record TargetDescription
{
    /// <summary>Who makes it.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Product { get; init; } = "";

    /// <summary>Its version.</summary>
    public string Version { get; init; } = "";

    /// <summary>What it claims to do with documents.</summary>
    public required ValueList<TargetOperation> Operations { get; init; }

    /// <summary>What it claims to do as a client of the partner API; nothing if not set.</summary>
    public ValueList<ClientOperation> Tasks { get; init; }

    /// <summary>The record types that it reads; empty for all stable ones.</summary>
    public ValueList<string> Types { get; init; }

    /// <summary>The record types that it writes when asked to; empty for those that it reads.</summary>
    public ValueList<string> Produces { get; init; }

    /// <summary>Whether a type is claimed for an operation.</summary>
    internal bool Claims(TargetOperation operation, string type)
    {
        ValueList<string> claimed = operation == TargetOperation.Produce && !Produces.IsEmpty ? Produces : Types;
        return claimed.IsEmpty || claimed.AsSpan().Contains(type);
    }
}
