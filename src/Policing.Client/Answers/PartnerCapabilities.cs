using System.Collections.Frozen;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>What a partner can do and lets through. Immutable.</summary>
public sealed record PartnerCapabilities
{
    /// <summary>The version of the contract, major.minor.</summary>
    public required string Api { get; init; }

    /// <summary>Whether the partner says that its data is about nobody. False for anything but <c>test</c>.</summary>
    public required bool IsTest { get; init; }

    /// <summary>The partner; null where it does not say.</summary>
    public Agency? Agency { get; init; }

    /// <summary>The versions of the model that it reads.</summary>
    public ValueList<string> ModelVersions { get; init; }

    /// <summary>The record types, and what can be done with each.</summary>
    public ValueList<RecordTypeCapability> RecordTypes { get; init; }

    /// <summary>What can be searched for, and by which criteria.</summary>
    public ValueList<SearchCapability> Search { get; init; }

    /// <summary>What is accepted at most, by the names of the contract, such as <c>documentBytes</c>.</summary>
    public FrozenDictionary<string, int> Limits { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Whether an interaction, such as <c>write</c>, is to be had with a type.</summary>
    public bool Can(string recordType, string interaction)
    {
        foreach (RecordTypeCapability capability in RecordTypes)
            if (capability.Type == recordType) return capability.Interactions.AsEnumerable().Contains(interaction, StringComparer.Ordinal);
        return false;
    }
}
