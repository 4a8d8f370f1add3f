using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A talk with somebody who was missing and has returned.</summary>
[JsonConverter(typeof(MissingReturnInterviewConverter))]
public sealed record MissingReturnInterview : RecordPart
{
    /// <summary>When it was offered.</summary>
    [VulnerableOrProtected]
    public PartialDateTime OfferedAt { get; init; }

    /// <summary>Whether it was accepted.</summary>
    [VulnerableOrProtected]
    public bool? Accepted { get; init; }

    /// <summary>When it took place.</summary>
    [VulnerableOrProtected]
    public PartialDateTime At { get; init; }

    /// <summary>Who held it: name or body.</summary>
    [Personal]
    public string? By { get; init; }

    /// <summary>What was said, as far as it may be held here.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }
}
