using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Client;

/// <summary>One version of a record. Immutable.</summary>
public sealed record RecordVersionEntry
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was written; absent where the partner does not say.</summary>
    public RecordedTime RecordedAt { get; init; }

    /// <summary>Why, in a few words; null where the partner does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>The record as it was, as this caller may see it; null where the content is no longer there.</summary>
    public ReadResult? Content { get; init; }

    /// <summary>The number; never the content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"version {Number}");
}
