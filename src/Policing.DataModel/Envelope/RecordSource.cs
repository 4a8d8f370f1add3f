using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Where the record came from.</summary>
[JsonConverter(typeof(RecordSourceConverter))]
public sealed record RecordSource : RecordPart
{
    /// <summary>The system that held it, for example <c>data.police.uk</c>.</summary>
    [Operational]
    public string? System { get; init; }

    /// <summary>That system's own reference of it.</summary>
    [Operational]
    public string? Reference { get; init; }

    /// <summary>The period under which the source files it, where it files by period.</summary>
    [Operational]
    public PartialDateTime Period { get; init; }

    /// <summary>How it was reported or submitted.</summary>
    [Operational]
    public SubmissionChannel? Channel { get; init; }

    /// <summary>The agency that supplied it.</summary>
    [Public]
    public Agency? Agency { get; init; }

    /// <summary>True when the source had no key, so that the id rests on the place in the source.</summary>
    [Public]
    public bool? Keyless { get; init; }
}
