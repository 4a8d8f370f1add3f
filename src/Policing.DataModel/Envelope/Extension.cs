using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One owner's own data in a record. Its URI is the key that it stands under.</summary>
[JsonConverter(typeof(ExtensionConverter))]
public sealed record Extension : RecordPart
{
    /// <summary>True when a reader that does not know this extension must not act on the record.</summary>
    [Public]
    public bool? MustUnderstand { get; init; }

    /// <summary>The version of the owner's schema.</summary>
    [Public]
    public string? Version { get; init; }

    /// <summary>The URI of the owner's schema.</summary>
    [Public]
    public string? Schema { get; init; }

    /// <summary>The data; nothing is known of it, so it is handled as personal.</summary>
    [Personal]
    public RawJson Data { get; init; }
}
