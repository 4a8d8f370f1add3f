using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Who must be there for a detained person, and what the person needs.</summary>
[JsonConverter(typeof(CustodyNeedsConverter))]
public sealed record CustodyNeeds : RecordPart
{
    /// <summary>Whether the person is treated as a child. Source: PACE 1984 s.37(15).</summary>
    [VulnerableOrProtected]
    public bool? Child { get; init; }

    /// <summary>Whether the person is vulnerable. Source: PACE Code C 1.13.</summary>
    [VulnerableOrProtected]
    public bool? Vulnerable { get; init; }

    /// <summary>Whether an appropriate adult is needed. Source: PACE Code C 1.4 and 1.5.</summary>
    [VulnerableOrProtected]
    public bool? AppropriateAdultNeeded { get; init; }

    /// <summary>When one was asked to come. Source: PACE Code C 3.15.</summary>
    [VulnerableOrProtected]
    public PartialDateTime AppropriateAdultCalledAt { get; init; }

    /// <summary>When one came. Source: PACE Code C 3.15.</summary>
    [VulnerableOrProtected]
    public PartialDateTime AppropriateAdultArrivedAt { get; init; }

    /// <summary>Whether an interpreter is needed. Source: PACE Code C 13.</summary>
    [Personal]
    public bool? InterpreterNeeded { get; init; }

    /// <summary>For which language. Source: PACE Code C 13.</summary>
    [Personal]
    public Language? InterpreterLanguage { get; init; }

    /// <summary>When one came or was on the line. Source: PACE Code C 13.</summary>
    [Personal]
    public PartialDateTime InterpreterArrivedAt { get; init; }

    /// <summary>What diet or practice of faith asks for. Source: PACE Code C 8.</summary>
    [Sensitive]
    public string? DietOrFaith { get; init; }

    /// <summary>Other needs.</summary>
    [VulnerableOrProtected]
    public string? Other { get; init; }
}
