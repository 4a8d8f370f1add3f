using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>How a person wants to be reached, or not.</summary>
[JsonConverter(typeof(ContactPreferenceConverter))]
public sealed record ContactPreference : RecordPart
{
    /// <summary>By what means.</summary>
    [Personal]
    public ContactMethod? Method { get; init; }

    /// <summary>True when this means must not be used.</summary>
    [VulnerableOrProtected]
    public bool? Avoid { get; init; }

    /// <summary>When to, and when not.</summary>
    [VulnerableOrProtected]
    public string? Times { get; init; }

    /// <summary>What else to mind, such as who must not learn of it.</summary>
    [VulnerableOrProtected]
    public string? Instructions { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
