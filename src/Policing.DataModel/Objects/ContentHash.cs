using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A digest of content, by which a copy is told to be the same.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ContentHashConverter))]
public sealed record ContentHash : RecordPart
{
    /// <summary>The algorithm.</summary>
    [Operational]
    public HashAlgorithm? Algorithm { get; init; }

    /// <summary>The digest, in hexadecimal.</summary>
    [Operational]
    public string? Digest { get; init; }
}
